package org.oneseal.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database and the role that may use it. */
public record Database(String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}

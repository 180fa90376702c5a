package org.oneseal.catalog.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** A list that takes too long is given up, and the next one is answered. */
@PlatformTest
class ListTimeoutTest {

    private static final String LIST = "/api/v1/items?region=431103000000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired DataSource database;

    @Test
    void aListThatTakesTooLongIsGivenUpAndSaysWhenToAskAgain() throws SQLException {
        String token = tokens.of(Role.APPLICANT).party("431103-01kb0000000000000000000001").mint();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE items IN ACCESS EXCLUSIVE MODE");
            Http.Answer given = http.get(LIST, token);
            assertThat(given.status()).as(given.text()).isEqualTo(503);
            assertThat(given.objections()).containsExactly("unavailable");
            assertThat(given.header("Retry-After")).isNotNull();
            other.rollback();
        }
        assertThat(http.get(LIST, token).status()).isEqualTo(200);
    }
}

package org.oneseal.catalog.persistence;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Statements of lists, which the database gives up after a while: whoever asked has gone by then,
 * and others want the connection. Not for what is read in order to be changed.
 */
@Component
class ListStatements {

    private final JdbcClient sql;

    ListStatements(
            DataSource database, @Value("${oneseal.catalog.list-timeout:PT5S}") Duration longest) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setQueryTimeout(Math.toIntExact(Math.max(1, longest.toSeconds())));
        this.sql = JdbcClient.create(template);
    }

    JdbcClient.StatementSpec sql(String statement) {
        return sql.sql(statement);
    }

    /**
     * A page of a list.
     *
     * @param select up to where the conditions begin
     * @param order columns by which it is sorted
     */
    JdbcClient.StatementSpec page(String select, Narrowing by, String order, int limit) {
        return sql(select + " WHERE " + by.sql() + " ORDER BY " + order + " LIMIT :limit")
                .params(by.parameters())
                .param("limit", limit);
    }
}

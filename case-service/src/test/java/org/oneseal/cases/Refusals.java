package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.oneseal.platform.testkit.Http.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a refusal looks like, and that nothing is left of what was refused. */
final class Refusals {

    private Refusals() {}

    static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.objections()).as(answer.text()).isNotEmpty();
        assertThat(answer.json().path("type").asString()).startsWith("urn:oneseal:problem:");
    }

    /** A digest of everything that a refused request must not touch. */
    static String written(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM cases) || '/' || (SELECT coalesce(sum(version), 0) FROM cases)
                            || '/' || (SELECT count(*) FROM history) || '/' || (SELECT count(*) FROM party)
                            || '/' || (SELECT count(*) FROM mandate) || '/' || (SELECT count(*) FROM document)
                        """)
                .query(String.class)
                .single();
    }
}

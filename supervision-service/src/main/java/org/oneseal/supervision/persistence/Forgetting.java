package org.oneseal.supervision.persistence;

import org.oneseal.supervision.watching.WatchKind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Empties what was derived, before it is built again. */
@Component
class Forgetting {

    /** Cards stay when all else is forgotten, and so do their counts. */
    private static final String RECOUNT =
            """
            INSERT INTO indicators (day, region, department, item_code, channel, province, city,
                                    county, town, village, cards_blue, cards_yellow, cards_red,
                                    cards_blue_revoked, cards_yellow_revoked, cards_red_revoked)
            SELECT (threshold AT TIME ZONE 'Asia/Shanghai')::date, region,
                   coalesce(department, ''), coalesce(item_code, ''), channel,
                   province, city, county, town, village,
                   count(*) FILTER (WHERE colour = 'BLUE'),
                   count(*) FILTER (WHERE colour = 'YELLOW'),
                   count(*) FILTER (WHERE colour = 'RED'),
                   count(*) FILTER (WHERE colour = 'BLUE' AND revoked),
                   count(*) FILTER (WHERE colour = 'YELLOW' AND revoked),
                   count(*) FILTER (WHERE colour = 'RED' AND revoked)
              FROM cards WHERE state NOT IN ('PENDING', 'DISMISSED')
             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            """;

    private static final String UNFOLDED =
            """
            INSERT INTO indicator_differences (day, region, department, item_code, channel,
                                    cards_blue, cards_yellow, cards_red,
                                    cards_blue_revoked, cards_yellow_revoked, cards_red_revoked)
            SELECT day, region, department, item_code, channel, cards_blue, cards_yellow,
                   cards_red, cards_blue_revoked, cards_yellow_revoked, cards_red_revoked
              FROM indicators
            """;

    private final JdbcTemplate jdbc;
    private final JdbcWatches watches;

    Forgetting(JdbcTemplate jdbc, JdbcWatches watches) {
        this.watches = watches;
        this.jdbc = jdbc;
    }

    /** All that is derived from cases; cards and what they count stay. */
    void cases() {
        // Who is folding finishes first, or would bring back what is forgotten.
        jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, JdbcFigureBook.FOLDING);
        watches.forget("w.kind NOT IN ('PUBLICITY', 'MARKET', 'DISCLOSURE', 'TICKET', 'REVIEW')");
        jdbc.update("DELETE FROM dossiers WHERE kind = 'CASE'");
        jdbc.update("DELETE FROM indicators");
        jdbc.update(RECOUNT);
        jdbc.update("DELETE FROM indicator_rollups");
        jdbc.update("DELETE FROM indicator_differences");
        jdbc.update(UNFOLDED);
        jdbc.update("DELETE FROM feeds");
        jdbc.update("DELETE FROM uncounted");
    }

    /** Matters that are no cases. */
    void matters(WatchKind kind) {
        watches.forget("w.kind = ?", kind.name());
        jdbc.update("DELETE FROM dossiers WHERE kind = ?", kind.name());
    }
}

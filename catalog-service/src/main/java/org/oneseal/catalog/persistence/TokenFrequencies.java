package org.oneseal.catalog.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How common the tokens of the index are, by the statistics that the planner keeps anyway. */
@Component
class TokenFrequencies {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int RARE = 4;

    private final JdbcClient sql;
    private final InstantSource time;
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    TokenFrequencies(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    private record Known(Map<String, Double> frequencies, Instant until) {}

    /** The rarest of these pairs, in names; those the statistics do not know are rarest. */
    List<String> rarest(List<String> pairs) {
        Map<String, Double> of = frequencies();
        return pairs.stream()
                .sorted(Comparator.comparing(pair -> of.getOrDefault("n:" + pair, 0.0)))
                .limit(RARE)
                .toList();
    }

    private Map<String, Double> frequencies() {
        Known now = known;
        Instant instant = time.instant();
        if (instant.isBefore(now.until())) return now.frequencies();
        Map<String, Double> read = new HashMap<>();
        sql.sql(
                        """
                        SELECT token, frequency FROM pg_stats,
                               unnest(most_common_elems::text::text[], most_common_elem_freqs)
                               AS common (token, frequency)
                         WHERE schemaname = current_schema() AND tablename = 'search_entries'
                           AND attname = 'tokens' AND token LIKE 'n:%'
                        """)
                .query((row, _) -> read.put(row.getString(1), row.getDouble(2)))
                .list();
        known = new Known(Map.copyOf(read), instant.plus(FRESH));
        return read;
    }
}

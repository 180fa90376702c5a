package org.oneseal.cases.persistence;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.cases.exchange.FeedOffsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFeedOffsets implements FeedOffsets {

    private final JdbcClient jdbc;

    JdbcFeedOffsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Place, Long> next(Collection<Place> places) {
        return read(places, "");
    }

    @Override
    public Map<Place, Long> lock(Collection<Place> places) {
        jdbc.sql(
                        """
                        INSERT INTO exchange_offset (topic_id, partition, next_offset)
                        SELECT topic_id, partition, 0
                          FROM unnest(?::text[], ?::integer[]) AS place (topic_id, partition)
                        ON CONFLICT DO NOTHING
                        """)
                .params(List.of(topics(places), partitions(places)))
                .update();
        return read(places, " ORDER BY topic_id, partition FOR UPDATE");
    }

    @Override
    public void store(Map<Place, Long> next) {
        List<Place> places = sorted(next.keySet());
        jdbc.sql(
                        """
                        UPDATE exchange_offset o SET next_offset = told.next_offset
                          FROM unnest(?::text[], ?::integer[], ?::bigint[])
                               AS told (topic_id, partition, next_offset)
                         WHERE o.topic_id = told.topic_id AND o.partition = told.partition
                        """)
                .params(
                        List.of(
                                topics(places),
                                partitions(places),
                                places.stream().map(next::get).toArray(Long[]::new)))
                .update();
    }

    private Map<Place, Long> read(Collection<Place> places, String end) {
        Map<Place, Long> next = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT topic_id, partition, next_offset FROM exchange_offset
                         WHERE (topic_id, partition) IN
                               (SELECT * FROM unnest(?::text[], ?::integer[]))
                        """
                                + end)
                .params(List.of(topics(places), partitions(places)))
                .query(
                        r -> {
                            next.put(new Place(r.getString(1), r.getInt(2)), r.getLong(3));
                        });
        return next;
    }

    private static String[] topics(Collection<Place> places) {
        return sorted(places).stream().map(Place::topicId).toArray(String[]::new);
    }

    private static Integer[] partitions(Collection<Place> places) {
        return sorted(places).stream().map(Place::partition).toArray(Integer[]::new);
    }

    private static List<Place> sorted(Collection<Place> places) {
        return places.stream()
                .sorted(Comparator.comparing(Place::topicId).thenComparing(Place::partition))
                .toList();
    }
}

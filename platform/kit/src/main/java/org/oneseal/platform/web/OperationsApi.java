package org.oneseal.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an operator does to a service's projections: look at dead letters, replay, rebuild. */
@RestController
@RequestMapping("/api/v1/${oneseal.service}/operations")
class OperationsApi {

    private final Subscriptions subscriptions;
    private final JdbcTemplate jdbc;

    OperationsApi(Subscriptions subscriptions, JdbcTemplate jdbc) {
        this.subscriptions = subscriptions;
        this.jdbc = jdbc;
    }

    /** A projection and how far it is. */
    record ProjectionView(String name, boolean caughtUp, long parked) {}

    /** An event that is set aside: poisoned where a reason is given, else waiting behind one. */
    record ParkedEventView(
            String eventId, String key, long sequence, @Nullable String reason, Instant parkedAt) {}

    @GetMapping("/projections")
    List<ProjectionView> projections(Caller caller) {
        caller.require(Role.PLATFORM_OPERATOR);
        return subscriptions.names().stream()
                .map(n -> new ProjectionView(n, subscriptions.isCaughtUp(n), parked(n)))
                .toList();
    }

    @GetMapping("/projections/{name}/parked")
    Page<ParkedEventView> parkedEvents(Caller caller, @PathVariable String name, PageRequest page) {
        caller.require(Role.PLATFORM_OPERATOR);
        String after = page.isFirst() ? "" : page.sortedBy(SortKey.TEXT).keyset().getFirst();
        List<ParkedEventView> rows =
                jdbc.query(
                        """
                        SELECT event_id, key, sequence, reason, parked_at FROM inbox_parked
                         WHERE subscription = ? AND event_id > ? ORDER BY event_id LIMIT ?
                        """,
                        (r, _) ->
                                new ParkedEventView(
                                        r.getString(1),
                                        r.getString(2),
                                        r.getLong(3),
                                        r.getString(4),
                                        r.getTimestamp(5).toInstant()),
                        name,
                        after,
                        page.fetch());
        return Page.of(rows, page, row -> List.of(row.eventId()));
    }

    @PostMapping("/projections/{name}/parked/{key}/replay")
    Map<String, Integer> replay(
            Caller caller, @PathVariable String name, @PathVariable String key) {
        caller.require(Role.PLATFORM_OPERATOR);
        return Map.of("handled", subscriptions.replay(name, key));
    }

    @PostMapping("/projections/{name}/rebuild")
    ResponseEntity<Void> rebuild(Caller caller, @PathVariable String name) {
        caller.require(Role.PLATFORM_OPERATOR);
        subscriptions.rebuild(name);
        return ResponseEntity.accepted().build();
    }

    private long parked(String name) {
        Long count =
                jdbc.queryForObject(
                        "SELECT count(*) FROM inbox_parked WHERE subscription = ?",
                        Long.class,
                        name);
        return count == null ? 0 : count;
    }
}

package org.oneseal.platform.testkit.ledger;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Refused;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.platform.web.Versions;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
class LedgerApplication {

    record NoteRequest(String id, int amount) {}

    record NoteView(String id, int amount, long version) {}

    @RestController
    static class NotesApi {
        private final JdbcClient jdbc;
        private final IdempotentPosts posts;
        private final Problems problems;
        private final Announcements announcements;
        private final InstantSource time;

        NotesApi(
                JdbcClient jdbc,
                IdempotentPosts posts,
                Problems problems,
                Announcements announcements,
                InstantSource time) {
            this.jdbc = jdbc;
            this.posts = posts;
            this.problems = problems;
            this.announcements = announcements;
            this.time = time;
        }

        @PostMapping("/api/v1/notes")
        ResponseEntity<?> write(Caller caller, IdempotencyKey key, @RequestBody NoteRequest body) {
            caller.require(Role.CASE_OFFICER);
            return posts.once(
                    caller,
                    key,
                    "POST /notes",
                    body,
                    () -> {
                        jdbc.sql(
                                        """
                                        INSERT INTO note (id, amount, version, county, department)
                                        VALUES (?, ?, 1, ?, ?)
                                        """)
                                .params(
                                        body.id(),
                                        body.amount(),
                                        caller.region() == null ? "" : caller.region().prefix(),
                                        String.valueOf(caller.department()))
                                .update();
                        announce(body.id(), 1, body.amount());
                        if (body.amount() < 0) {
                            return problems.unprocessable(List.of(Objection.of("negative")));
                        }
                        return ResponseEntity.ok()
                                .eTag(Versions.etag(1))
                                .body(new NoteView(body.id(), body.amount(), 1));
                    });
        }

        @PostMapping("/api/v1/notes/{id}/raise")
        ResponseEntity<?> raise(
                Caller caller,
                IdempotencyKey key,
                ExpectedVersion version,
                @PathVariable String id) {
            return posts.once(
                    caller,
                    key,
                    "POST /notes/" + id + "/raise",
                    version,
                    () -> {
                        int rows =
                                jdbc.sql(
                                                """
                                                UPDATE note SET amount = amount + 1,
                                                       version = version + 1
                                                 WHERE id = ? AND version = ?
                                                """)
                                        .params(id, version.value())
                                        .update();
                        if (rows == 0) throw new StaleVersion(id, version.value());
                        announce(id, version.value() + 1, 0);
                        return ResponseEntity.ok(Map.of("id", id));
                    });
        }

        @GetMapping("/api/v1/notes/{id}")
        NoteView read(Caller caller, @PathVariable String id) {
            var scope = Scope.of(caller).sql("");
            return jdbc.sql(
                            "SELECT id, amount, version FROM note WHERE id = :id AND "
                                    + scope.sql())
                    .param("id", id)
                    .params(scope.parameters())
                    .query(NoteView.class)
                    .optional()
                    .orElseThrow(() -> new NotFound("note", id));
        }

        @GetMapping("/api/v1/notes")
        Page<NoteView> list(Caller caller, PageRequest page) {
            var scope = Scope.of(caller).sql("n");
            List<NoteView> rows =
                    jdbc.sql(
                                    "SELECT id, amount, version FROM note n WHERE id > :after AND "
                                            + scope.sql()
                                            + " ORDER BY id LIMIT :fetch")
                            .param("after", page.isFirst() ? "" : page.keyset().getFirst())
                            .param("fetch", page.fetch())
                            .params(scope.parameters())
                            .query(NoteView.class)
                            .list();
            return Page.of(rows, page, n -> List.of(n.id()));
        }

        private void announce(String id, long sequence, int amount) {
            announcements.announce(
                    List.of(
                            new Announcement(
                                    "oneseal.ledger.v1",
                                    id,
                                    "ledger.noted",
                                    id,
                                    sequence,
                                    time.instant(),
                                    "431103000000",
                                    null,
                                    Map.of("amount", amount))));
        }
    }

    record Noted(int amount) {}

    @Component
    static class Totals implements Subscription {
        static volatile boolean poisonous = true;
        private final JdbcTemplate jdbc;

        Totals(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String name() {
            return "totals";
        }

        @Override
        public String topic() {
            return "oneseal.ledger.v1";
        }

        @Override
        public void handle(List<IncomingEvent> events) {
            for (IncomingEvent event : events) {
                int amount = event.as(Noted.class).amount();
                if (amount == 666 && poisonous) throw new IllegalArgumentException("poison");
                jdbc.update(
                        """
                        INSERT INTO total (id, amount, events) VALUES (?, ?, 1)
                        ON CONFLICT (id) DO UPDATE SET amount = total.amount + excluded.amount,
                                                       events = total.events + 1
                        """,
                        event.key(),
                        amount);
            }
        }

        @Override
        public void reset() {
            jdbc.update("DELETE FROM total");
        }
    }

    /** Makes sense only of what the totals have; keeps what it found them like. */
    @Component
    static class Readings implements Subscription {
        static final List<Boolean> TOTALS_WHOLE = new CopyOnWriteArrayList<>();
        private final JdbcTemplate jdbc;

        Readings(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String name() {
            return "readings";
        }

        @Override
        public String topic() {
            return "oneseal.ledger.v1";
        }

        @Override
        public Set<String> after() {
            return Set.of("totals");
        }

        @Override
        public void handle(List<IncomingEvent> events) {
            TOTALS_WHOLE.addAll(
                    jdbc.queryForList(
                            """
                            SELECT caught_up FROM inbox_subscription WHERE subscription = 'totals'
                            """,
                            Boolean.class));
        }

        @Override
        public void reset() {
            TOTALS_WHOLE.clear();
        }
    }

    /** What senders say, each in a topic of its own; who is not known yet has to wait. */
    @Component
    static class Sayings implements Subscription {
        static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
        static final List<String> HEARD = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "sayings";
        }

        @Override
        public String topic() {
            return "oneseal.sayings.in.{sender}.v1";
        }

        @Override
        public boolean ordered() {
            return false;
        }

        @Override
        public int admits(String sender, int events) {
            return KNOWN.contains(sender) ? events : 0;
        }

        @Override
        public void handle(List<IncomingEvent> events) {
            for (IncomingEvent event : events) {
                if (event.as(Noted.class).amount() < 0) throw new Refused("negative");
            }
            events.forEach(event -> HEARD.add(event.key() + "/" + event.sequence()));
        }
    }
}

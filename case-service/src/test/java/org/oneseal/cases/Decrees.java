package org.oneseal.cases;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Decrees that change the working days of the nation while cases are open, and take that back. */
final class Decrees {

    private static final AtomicInteger VERSIONS = new AtomicInteger();

    private final Topics topics;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    Decrees(Topics topics, JdbcClient jdbc, MovableClock clock) {
        this.topics = topics;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What other tests have published at other times is theirs. */
    void noneIsUnderWay() {
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                jdbc.sql("SELECT count(*) FROM calendar_year")
                                                .query(Integer.class)
                                                .single()
                                        > 0);
        jdbc.sql("DELETE FROM recount").update();
    }

    /** These days are holidays, too. */
    void issue(String number, String... holidays) {
        ObjectNode decree = District.sample("calendar-published");
        later(decree);
        for (String day : holidays) decree.withArray("holidays").add(day);
        decree.put("decree", number);
        publish(decree);
    }

    /** Other tests share the broker. */
    void takeBack() {
        ObjectNode usual = District.sample("calendar-published");
        later(usual);
        publish(usual);
        theOtherPiecesAreWaitedFor();
        recountsAreOver();
    }

    void theOtherPiecesAreWaitedFor() {
        await().atMost(Patience.SOON).until(() -> recounts("true") > 0);
        clock.advance(Duration.ofSeconds(6));
    }

    /** All cases were counted; when no memory is old any more those written meanwhile are too. */
    void recountsAreOver() {
        clock.advance(Duration.ofSeconds(6));
        await().atMost(Patience.SOON).until(() -> recounts("settles_at IS NULL") == 0);
        clock.advance(Duration.ofSeconds(31));
        await().atMost(Patience.SOON).until(() -> recounts("true") == 0);
    }

    int recounts(String which) {
        return jdbc.sql("SELECT count(*) FROM recount WHERE " + which)
                .query(Integer.class)
                .single();
    }

    /** Published after all others that tests have published. */
    private static void later(ObjectNode calendar) {
        calendar.put("version", calendar.path("version").asInt() + VERSIONS.incrementAndGet());
    }

    private void publish(ObjectNode calendar) {
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/2026",
                "org.oneseal.catalog.calendar-published",
                calendar.path("version").asLong(),
                Instant.parse("2026-11-23T03:00:00Z"),
                "100000000000",
                null,
                calendar);
    }
}

package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.oneseal.local.Part;
import org.oneseal.story.feed.FeedMessage;
import org.oneseal.story.feed.MadeUpMonth;
import org.oneseal.story.feed.PermitLog;
import org.oneseal.story.feed.SourceTopic;
import tools.jackson.databind.JsonNode;

/** A made-up month of a source of its own, sent in pieces so that things can happen in between. */
final class Feeding implements AutoCloseable {

    private static final String DEPARTMENT = "431103-HJ";

    private final World world;
    private final String source;
    private final Path folder;
    private final List<FeedMessage> messages;
    private final SourceTopic topic;
    private int sent;

    Feeding(World world, String source, long seed, int cases) throws IOException {
        this.world = world;
        this.source = source;
        this.folder = world.work().resolve(source);
        new MadeUpMonth(
                        seed,
                        YearMonth.of(2026, 5),
                        day ->
                                day.getDayOfWeek() != DayOfWeek.SATURDAY
                                        && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .write(
                        folder,
                        List.of(
                                new MadeUpMonth.Item("排污许可", DEPARTMENT, 20),
                                new MadeUpMonth.Item("入河排污口设置审批", DEPARTMENT, 10)),
                        cases);
        messages = PermitLog.read(folder);
        world.platform().addSource(source);
        world.desk()
                .post(
                        world.desk().officer("operator"),
                        "/api/v1/exchange/sources",
                        Map.of(
                                "code",
                                source,
                                "name",
                                Map.of("zh", "虚构来源", "en", "A made-up source"),
                                "region",
                                World.REGION,
                                "departments",
                                List.of(Map.of("code", DEPARTMENT, "names", List.of())),
                                "calendar",
                                "instants-only"))
                .ok();
        topic = new SourceTopic(source, world.platform().kafkaAsSource(source));
    }

    int size() {
        return messages.size();
    }

    /** Sends up to this share of all messages, in hundredths. */
    void sendUpTo(int hundredths) throws ExecutionException, InterruptedException {
        int until = messages.size() * hundredths / 100;
        topic.send(new ArrayList<>(messages.subList(sent, until)), _ -> {});
        sent = until;
    }

    /** Waits until the case service has begun with what was sent last, but not ended with all. */
    void awaitTaken(int hundredths) {
        long wanted = (long) messages.size() * hundredths / 100;
        await().atMost(World.SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> taken() >= wanted);
    }

    long taken() {
        return world.count(
                Part.CASE, "SELECT count(*) FROM exchange_message WHERE source = '" + source + "'");
    }

    /** Every figure of every service is that of the log, and nothing happened twice. */
    void assertWhole() {
        var desk = world.desk();
        await().atMost(World.SOON)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(
                        () -> {
                            CountedLog counted = CountedLog.of(folder, world.now());
                            JsonNode fed =
                                    desk.get(
                                                    desk.officer("operator"),
                                                    "/api/v1/exchange/reconciliations?source="
                                                            + source)
                                            .ok();
                            assertThat(fed.path("cases").asInt()).isEqualTo(counted.cases());
                            assertThat(fed.at("/accepted/step").asInt())
                                    .isEqualTo(counted.events());
                            assertThat(fed.path("finished").asInt()).isEqualTo(counted.finished());
                            assertThat(fed.path("open").asInt()).isEqualTo(counted.open());
                            assertThat(fed.path("afterEnd").asInt()).isEqualTo(counted.afterEnd());
                            assertThat(fed.path("endBeforeStart").asInt())
                                    .isEqualTo(counted.endBeforeStart());
                            assertThat(fed.path("conflicts").asInt()).isZero();
                            assertThat(fed.path("rejected").asInt()).isZero();
                            assertThat(fed.path("waiting").asInt()).isZero();
                            JsonNode watched =
                                    desk.get(
                                                    desk.officer("supervisor"),
                                                    "/api/v1/watches/summary?source=" + source)
                                            .ok();
                            assertThat(watched.path("watches").asInt()).isEqualTo(counted.cases());
                            assertThat(watched.path("finished").asInt())
                                    .isEqualTo(counted.finished());
                            assertThat(watched.path("late").asInt()).isEqualTo(counted.late());
                            assertThat(watched.at("/cards/RED").asInt()).isEqualTo(counted.late());
                            assertThat(watched.at("/cards/BLUE").asInt()).isZero();
                            assertThat(watched.at("/cards/YELLOW").asInt()).isZero();
                        });
        assertThat(
                        world.count(
                                Part.CASE,
                                "SELECT count(*) FROM cases WHERE source = '" + source + "'"))
                .isEqualTo(
                        world.count(
                                Part.CASE,
                                "SELECT count(DISTINCT source_case) FROM cases WHERE source = '"
                                        + source
                                        + "'"));
    }

    @Override
    public void close() {
        topic.close();
    }
}

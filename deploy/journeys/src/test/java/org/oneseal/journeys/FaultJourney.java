package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.local.Part;
import org.oneseal.local.Ports;
import org.oneseal.local.Running;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;

/** What breaks in the middle of the work changes nothing of its result. */
@PlatformJourney
@Order(6)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultJourney {

    private static final int WRITERS = 4;
    private static final Duration OUTAGE = Duration.ofSeconds(20);

    private final World world;

    FaultJourney(World world) {
        this.world = world;
        world.licence();
    }

    @Test
    @Order(1)
    void whatIsKilledInTheMiddleOfTheFeedLeavesTheSameTotals() throws Exception {
        try (Feeding feeding = new Feeding(world, "431103-fault", 8_000, 800)) {
            List<Part> victims =
                    List.of(Part.CASE, Part.POSTGRES, Part.KAFKA, Part.SUPERVISION, Part.CASE);
            int share = 0;
            for (Part victim : victims) {
                share += 100 / victims.size();
                feeding.sendUpTo(share);
                feeding.awaitTaken(share - 15);
                long taken = feeding.taken();
                long begin = System.nanoTime();
                Running running = world.platform().running(victim);
                running.kill();
                assertThat(running.alive()).isFalse();
                running.restart();
                world.say(
                        "%s killed when %d of %d were taken, back after %.1f s"
                                .formatted(
                                        victim.title(),
                                        taken,
                                        feeding.size(),
                                        (System.nanoTime() - begin) / 1e9));
            }
            feeding.sendUpTo(100);
            feeding.assertWhole();
        }
        new Chains(world).assertWhole();
    }

    @Test
    @Order(2)
    void aBrokerGoneForTwentySecondsUnderLoadLosesNoEvent() throws Exception {
        Running kafka = world.platform().running(Part.KAFKA);
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger commands = new AtomicInteger();
        Applications applications = new Applications(world);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                work.add(
                        writers.submit(
                                () -> {
                                    while (!enough.get()) {
                                        applications.submitAndAccept();
                                        commands.addAndGet(2);
                                    }
                                }));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> commands.get() > 20);
            kafka.stop();
            int before = commands.get();
            await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(5)).until(() -> true);
            int during = commands.get() - before;
            kafka.restart();
            int after = commands.get();
            await().atMost(Duration.ofSeconds(30)).until(() -> commands.get() > after + 20);
            enough.set(true);
            for (Future<?> one : work) one.get();
            world.say(
                    "%d commands, %d of them while the broker was gone"
                            .formatted(commands.get(), during));
            assertThat(during).as("commands answered without a broker").isPositive();
        }
        new Chains(world).assertWhole();
    }

    @Test
    @Order(3)
    void twoReplicasDoNothingTwice() throws Exception {
        Running cases = world.platform().replica(Part.CASE, Ports.freeOne());
        Running supervision = world.platform().replica(Part.SUPERVISION, Ports.freeOne());
        long before = world.count(Part.CASE, "SELECT count(*) FROM history");
        int repeated = new Chains(world).assertWhole();
        try (Feeding feeding = new Feeding(world, "431103-twice", 9_000, 200)) {
            feeding.sendUpTo(50);
            Applications applications = new Applications(world);
            for (int i = 0; i < 10; i++) applications.submitAndAccept();
            feeding.sendUpTo(100);
            feeding.assertWhole();
        }
        assertThat(world.count(Part.CASE, "SELECT count(*) FROM history")).isGreaterThan(before);
        assertThat(new Chains(world).assertWhole()).as("events relayed twice").isEqualTo(repeated);
        supervision.stop();
        cases.stop();
    }

    /** Somebody at the counter, for whom the clerk hands in and accepts. */
    private static final class Applications {

        private final Desk desk;
        private final Desk.Person clerk;
        private final String party;
        private final Map<String, Object> body;

        Applications(World world) {
            desk = world.desk();
            clerk = desk.officer("clerk");
            JsonNode file = desk.get(clerk, "/api/v1/cases/" + world.licence().get("case")).ok();
            party = file.path("party").asString();
            List<Map<String, Object>> materials = new ArrayList<>();
            for (JsonNode material : file.path("materials")) {
                materials.add(
                        Map.of("code", material.path("code").asString(), "form", "ELECTRONIC"));
            }
            body =
                    Map.of(
                            "itemCode",
                            file.path("itemCode").asString(),
                            "region",
                            World.REGION,
                            "party",
                            party,
                            "materials",
                            materials,
                            "form",
                            Map.of("project", "负载测试"));
        }

        void submitAndAccept() {
            var submitted = desk.post(clerk, "/api/v1/cases", body);
            String id = submitted.ok().path("id").asString();
            desk.post(clerk, "/api/v1/cases/" + id + "/acceptance", null, submitted.version()).ok();
        }
    }
}

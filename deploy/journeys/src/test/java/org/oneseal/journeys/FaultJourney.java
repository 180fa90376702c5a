package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.oneseal.story.faults.UnderFire;
import tools.jackson.databind.JsonNode;

/** What breaks in the middle of the work changes nothing of its result. */
@PlatformJourney
@Order(6)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultJourney {

    /**
     * What is killed at once, each time in the middle of what it does. The market's turn comes in a
     * draw of its own.
     */
    private static final List<Set<Part>> ROUNDS =
            List.of(
                    Set.of(Part.CASE, Part.SUPERVISION),
                    Set.of(Part.POSTGRES),
                    Set.of(Part.KAFKA),
                    Set.of(Part.CREDIT, Part.NOTIFICATION));

    private static final int WRITERS = 4;

    /** Longer than a relay bears the silence of its client (20 s). */
    private static final Duration OUTAGE = Duration.ofSeconds(25);

    /** How long nobody else makes a call in which notification was killed. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private final World world;

    FaultJourney(World world) {
        this.world = world;
        world.licence();
    }

    @Test
    @Order(1)
    void whatIsKilledInTheMiddleOfTheFeedLeavesTheSameTotals() throws Exception {
        world.commission("fault");
        try (Feeding feeding = new Feeding(world, "431103-fault", 8_000, 800);
                Grants grants = new Grants(world)) {
            int share = 100 / ROUNDS.size();
            for (int i = 0; i < ROUNDS.size(); i++) {
                Set<Part> victims = ROUNDS.get(i);
                feeding.sendUpTo(share * (i + 1));
                feeding.awaitTaken(share * i + share / 4);
                String taken = feeding.taken() + " of " + feeding.size() + " were taken";
                if (victims.contains(Part.CASE) || !Part.services().containsAll(victims)) {
                    killed(victims, taken);
                } else {
                    grants.whileGranting(() -> killed(victims, taken));
                }
            }
            feeding.assertWhole();
            grants.assertEachOnce();
        }
        for (Part service : Part.services()) {
            if (service.hasDatabase()) Grants.assertNothingLeft(world, service);
        }
    }

    /** Ends parts as a crash would, and waits until they are back. */
    private void killed(Set<Part> victims, String when) {
        long begin = System.nanoTime();
        for (Part victim : victims) {
            Running running = world.platform().running(victim);
            running.kill();
            assertThat(running.alive()).isFalse();
        }
        if (victims.contains(Part.NOTIFICATION)) world.pass(LEASE);
        try (ExecutorService restarts = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part victim : victims) {
                restarts.submit(() -> world.platform().running(victim).restart());
            }
        }
        for (Part victim : victims) {
            assertThat(world.platform().running(victim).alive()).as(victim.title()).isTrue();
        }
        world.say(
                "%s killed when %s, back after %.1f s"
                        .formatted(
                                victims.stream().map(Part::title).sorted().toList(),
                                when,
                                (System.nanoTime() - begin) / 1e9));
    }

    @Test
    @Order(2)
    void aBrokerGoneForLongerThanARelayWaitsLosesNoEvent() throws Exception {
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
            await().atMost(World.SOON).until(() -> commands.get() > 20);
            kafka.stop();
            int before = commands.get();
            await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(5)).until(() -> true);
            int during = commands.get() - before;
            kafka.restart();
            int after = commands.get();
            await().atMost(World.SOON).until(() -> commands.get() > after + 20);
            enough.set(true);
            for (Future<?> one : work) one.get();
            world.say(
                    "%d commands, %d of them while the broker was gone"
                            .formatted(commands.get(), during));
            assertThat(during).as("commands answered without a broker").isPositive();
        }
        new Chains(world).assertWhole();
    }

    /** The small version of {@code deploy/benchmark --suite faults}. */
    @Test
    @Order(3)
    void lifecyclesGoOnWhateverIsKilledAndEachHappensOnce() throws Exception {
        var plan =
                new UnderFire.Plan(
                        Integer.getInteger("lifecycles", 40), Integer.getInteger("kills", 4), 4);
        var result = new UnderFire(world.platform(), world.desk(), world::say).run(plan);
        world.say(result.told());
        assertThat(result.wrong()).isEmpty();
        assertThat(result.lifecycles()).isGreaterThanOrEqualTo(plan.lifecycles());
        assertThat(result.kills().values().stream().mapToInt(i -> i).sum()).isEqualTo(plan.kills());
    }

    @Test
    @Order(4)
    void aMarketKilledAsTheLotteryIsPlayedDrawsOnce() throws Exception {
        assertThat(
                        world.commission("fault")
                                .finish(
                                        () ->
                                                killed(
                                                        Set.of(Part.MARKET),
                                                        "the lottery was played")))
                .containsEntry("recomputed", true)
                .containsEntry("resumedByEvent", true);
        assertThat(
                        world.askAll(
                                Part.MARKET,
                                """
                                SELECT aggregate_id FROM history
                                 WHERE type LIKE '%.drawn' OR type LIKE '%.draw-voided'
                                 GROUP BY 1 HAVING count(*) <> 1
                                """))
                .as("drawn twice")
                .isEmpty();
        Grants.assertNothingLeft(world, Part.MARKET);
    }

    @Test
    @Order(5)
    void twoReplicasDoNothingTwice() throws Exception {
        List<Running> replicas = replicas(Part.CASE, Part.SUPERVISION);
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
        replicas.forEach(Running::stop);
    }

    /** A second process of each, started side by side. */
    private List<Running> replicas(Part... services) throws Exception {
        List<Running> replicas = new ArrayList<>();
        try (ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Running>> started = new ArrayList<>();
            for (Part service : services) {
                int port = Ports.freeOne();
                started.add(starts.submit(() -> world.platform().replica(service, port)));
            }
            for (Future<Running> one : started) replicas.add(one.get());
        }
        return replicas;
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

package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.oneseal.story.Desk;
import org.oneseal.story.Surroundings;
import org.oneseal.story.chapters.LogChapter;
import org.oneseal.story.chapters.OfficeChapter;
import org.oneseal.story.chapters.PromiseChapter;

/**
 * The main job as {@code deploy/demo} tells it, and its figures against the log's own, which are
 * counted here.
 */
@PlatformJourney
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainStoryJourney {

    private final World world;

    MainStoryJourney(World world) {
        this.world = world;
    }

    @Test
    @Order(1)
    void aDistrictSetsItselfUp() {
        assertThat(world.district())
                .containsEntry("towns", 18)
                .containsEntry("villages", 204)
                .containsEntry("items", 70)
                .containsEntry("calendar", "decreed")
                .containsEntry("calendarNext", "provisional");
    }

    @Test
    @Order(2)
    void aFirmGetsItsLicence() {
        Map<String, Object> told = world.licence();

        assertThat(told.get("evidence"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("verified", true)
                .containsEntry("forgeryCaught", true);
        assertThat(told.get("certificate"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("verified", true)
                .containsEntry("guessedCode", 404);
    }

    @Test
    @Order(3)
    void aProjectIsRefusedAndCanProveWhy() throws IOException {
        world.licence();
        assertThat(
                        new OfficeChapter(
                                        world.surroundings(null),
                                        world.desk(),
                                        world.narrator("office"))
                                .tell())
                .containsEntry("granted", false)
                .containsEntry(
                        "papers", List.of("ACCEPTANCE_NOTICE", "EXTENSION_NOTICE", "REFUSAL"))
                .containsEntry("delivered", Map.of("method", "COURIER", "acknowledged", true))
                .containsEntry(
                        "dues",
                        new CountedDues().extended(LateDecemberJourney.DECEMBER, " provisional"));
    }

    @Test
    @Order(3)
    void aBathHouseOpensOnAPromise() throws IOException {
        world.licence();
        assertThat(new PromiseChapter(world.desk(), world.narrator("promise")).tell())
                .containsEntry("handedIn", 2)
                .containsEntry("promised", 3)
                .containsEntry("decidedSameDay", true)
                .containsEntry("promise", "OPEN")
                .containsEntry("webhook", Map.of("events", 9, "signaturesRefused", 0))
                .hasEntrySatisfying("certificate", c -> assertThat((String) c).isNotEmpty());
    }

    @Test
    @Order(4)
    void aReviewIsCommissionedInTheMarket() throws IOException {
        assertThat(world.commission("commission")).isNotNull();
    }

    @Test
    @Order(5)
    void aMadeUpMonthIsSupervised() throws IOException {
        world.district();
        feed(null);
    }

    @Test
    @Order(6)
    @EnabledIfEnvironmentVariable(
            named = "ONESEAL_LOGS",
            matches = ".+",
            disabledReason =
                    "The real log is not shipped: J.C.A.M. Buijs, Receipt phase of an environmental"
                            + " permit application process (WABO), CoSeLoG project, 4TU.ResearchData")
    void theRealLogIsSupervised() throws IOException {
        Path logs = logs();
        Map<String, Object> log = feed(logs);

        assertThat(log)
                .containsEntry("cases", 1_434L)
                .containsEntry("events", 8_577L)
                .containsEntry("open", 105L)
                .containsEntry("afterEnd", 145L)
                .containsEntry("endBeforeStart", 2L);
    }

    /** The folder may be named relative to the checkout. */
    private static Path logs() {
        Path named = Path.of(Objects.requireNonNull(System.getenv("ONESEAL_LOGS")));
        return World.ROOT.resolve(named).normalize();
    }

    /** Feeds a log twice; the second time changes nothing but the duplicates. */
    private Map<String, Object> feed(@Nullable Path logs) throws IOException {
        Map<String, Object> first = tell(logs);
        Map<String, Object> log = log(first);
        world.say("fed: " + first);
        CountedLog counted =
                CountedLog.of(
                        Path.of(String.valueOf(log.get("folder"))),
                        Instant.parse(String.valueOf(log.get("asOf"))));

        assertThat(log)
                .containsEntry("cases", (long) counted.cases())
                .containsEntry("events", (long) counted.events())
                .containsEntry("finished", (long) counted.finished())
                .containsEntry("open", (long) counted.open())
                .containsEntry("late", (long) counted.late())
                .containsEntry("afterEnd", (long) counted.afterEnd())
                .containsEntry("endBeforeStart", (long) counted.endBeforeStart())
                .containsEntry("duplicates", 0L)
                .containsEntry("conflicts", 0L)
                .containsEntry("rejected", 0L)
                .containsEntry("waiting", 0L)
                .containsEntry(
                        "cards", Map.of("blue", 0L, "yellow", 0L, "red", (long) counted.late()));

        Map<String, Object> again = log(tell(logs));
        Map<String, Object> expected = new LinkedHashMap<>(log);
        expected.put(
                "duplicates", ((Number) Objects.requireNonNull(log.get("messages"))).longValue());
        expected.put("asOf", again.get("asOf"));
        assertThat(again).isEqualTo(expected);
        return log;
    }

    private Map<String, Object> tell(@Nullable Path logs) throws IOException {
        Surroundings where = world.surroundings(logs);
        return new LogChapter(
                        where, new Desk(where), world.narrator(logs == null ? "month" : "log"))
                .tell();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> log(Map<String, Object> report) {
        return (Map<String, Object>) Objects.requireNonNull(report.get("log"));
    }
}

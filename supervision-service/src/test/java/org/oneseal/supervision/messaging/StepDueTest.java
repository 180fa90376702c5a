package org.oneseal.supervision.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.supervising.News;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.ItemNorm;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;
import org.oneseal.supervision.watching.Watchkeeper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The very events that the case service's story sends: after each of them the watch of the step is
 * due when the event says so, and what was told before is no disagreement.
 */
class StepDueTest {

    private static final TimeLimit FIVE_DAYS = TimeLimit.workingDays(5);

    @Test
    void a_step_is_due_when_the_case_service_tells_so() {
        assertThat(sameDays("step-under-way", null))
                .containsExactly(
                        "step-started 2026-12-07",
                        "suspended 2026-12-11",
                        "resumed 2026-12-07",
                        "resumed 2026-12-07",
                        "step-completed 2026-12-07",
                        "step-started 2026-12-11",
                        "rebased 2026-12-14");
    }

    @Test
    void a_prior_examination_is_due_when_the_case_service_tells_so() {
        assertThat(sameDays("prior-examination-under-way", "examine"))
                .containsExactly(
                        "step-started 2026-12-04",
                        "resumed 2026-12-02",
                        "step-completed 2026-12-02",
                        "step-started 2026-12-04",
                        "resumed 2026-12-04");
    }

    /** Each event that tells when the step is due, and that day; ours is the same. */
    private static List<String> sameDays(String story, @Nullable String priorExamination) {
        JsonNode script =
                EventJson.reader()
                        .readTree(
                                Contracts.of("case-service")
                                        .document("stories/" + story + ".json"));
        List<String> told = new java.util.ArrayList<>();
        Dossier dossier = null;
        Instant at = Instant.EPOCH;
        boolean decreed = false;
        int sequence = 0;
        for (JsonNode entry : script) {
            String name = entry.path("event").asString();
            if (entry.path("time").isString()) at = Instant.parse(entry.path("time").asString());
            decreed |= name.equals("rebased");
            News news =
                    FromCase.read(event(name, ++sequence, at, entry.path("data"))).orElseThrow();
            dossier =
                    dossier == null
                            ? new Dossier(news.head(), List.of(news.fact()))
                            : dossier.with(news.head(), news.fact());
            List<Watch> steps =
                    new Watchkeeper(new Fixed(priorExamination, decreed))
                            .watches(dossier).stream()
                                    .filter(w -> w.kind() == WatchKind.STEP)
                                    .toList();
            assertThat(steps).allSatisfy(w -> assertThat(w.findings()).isEmpty());
            Instant due = due(name, entry.path("data"));
            boolean open = steps.stream().anyMatch(w -> w.state() == WatchState.OPEN);
            assertThat(open).as(name).isEqualTo(due != null && !name.equals("step-completed"));
            if (due == null) continue;
            assertThat(steps.getLast().dues().legal()).as(name).isEqualTo(due);
            told.add(name + " " + LocalDate.ofInstant(due, WorkCalendar.ZONE));
        }
        return told;
    }

    /** What the event says of the step. */
    private static @Nullable Instant due(String name, JsonNode data) {
        JsonNode due =
                name.startsWith("step-")
                        ? data.path("due")
                        : data.path("clock").path("step").path("due");
        return due.isString() ? Instant.parse(due.asString()) : null;
    }

    private static IncomingEvent event(String name, int sequence, Instant at, JsonNode told) {
        ObjectNode data = (ObjectNode) told.deepCopy();
        JsonNode sample =
                Objects.requireNonNull(Contracts.of("case-service").samples().get("accepted"));
        data.set("case", sample.path("case"));
        return new IncomingEvent(
                "id-" + sequence,
                "org.oneseal.cases." + name,
                "urn:test",
                "key",
                "key",
                sequence,
                at,
                at,
                "431103000000",
                "431103-SJ",
                data);
    }

    /** The item of the story; its decree gives a day in December. */
    private record Fixed(@Nullable String priorExamination, boolean decreed) implements Norms {

        @Override
        public Optional<WorkCalendar> calendar(RegionCode region) {
            Map<LocalDate, String> holidays =
                    decreed ? Map.of(LocalDate.of(2026, 12, 9), "加放假") : Map.of();
            return Optional.of(
                    WorkCalendar.of(
                            RegionCode.NATION,
                            List.of(
                                    CalendarYear.decreed(
                                            2026,
                                            decreed ? 2 : 1,
                                            holidays,
                                            Map.of(),
                                            OfficeHours.USUAL,
                                            "made-up decree"))));
        }

        @Override
        public Optional<ItemNorm> item(String code, int version) {
            return Optional.of(
                    new ItemNorm(
                            code,
                            version,
                            TimeLimit.workingDays(20),
                            TimeLimit.workingDays(7),
                            null,
                            Map.of("examine", FIVE_DAYS),
                            priorExamination,
                            Set.of()));
        }

        @Override
        public Optional<TimeLimit> term(
                WatchKind kind, @Nullable String stage, RegionCode region, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public boolean hasLineSystem(CaseHead head, Instant at) {
            return false;
        }
    }
}

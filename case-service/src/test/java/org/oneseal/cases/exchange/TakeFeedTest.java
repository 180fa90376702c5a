package org.oneseal.cases.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.cases.exchange.Feeding.attributes;
import static org.oneseal.cases.exchange.Feeding.finished;
import static org.oneseal.cases.exchange.Feeding.message;
import static org.oneseal.cases.exchange.Feeding.raw;
import static org.oneseal.cases.exchange.Feeding.received;
import static org.oneseal.cases.exchange.Feeding.step;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneseal.cases.events.CaseAccepted;
import org.oneseal.cases.events.CaseFinished;
import org.oneseal.cases.events.CaseSubmitted;
import org.oneseal.cases.events.StepCompleted;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.CaseState;
import org.oneseal.platform.objection.Objection;

/** What becomes of messages. */
class TakeFeedTest {

    private static final String START = "2011-10-11T11:42:22.688Z";
    private static final String DUE = "2011-12-06T12:41:31.788Z";

    private final Feeding feeding = new Feeding();

    @Test
    void aCaseAppearsWithItsRealTimes() {
        feeding.take(
                received("c-1", START, DUE),
                step("c-1", 2, "2011-10-12T06:26:25.398Z"),
                finished("c-1", 3, "2011-10-18T11:56:55.943Z"));

        CaseOnFile file = feeding.cases.values().iterator().next();
        assertThat(file.value().header().source()).isEqualTo("permits");
        assertThat(file.value().header().sourceCase()).isEqualTo("c-1");
        assertThat(file.value().header().department()).isEqualTo("431103-HJ");
        assertThat(file.value().header().channel()).isEqualTo("Internet");
        assertThat(file.value().state()).isEqualTo(CaseState.FINISHED);
        assertThat(file.deadlines().declaredDue()).isEqualTo(Instant.parse(DUE));
        assertThat(file.deadlines().legalDue()).isEqualTo(Instant.parse(DUE));
        assertThat(feeding.told)
                .extracting(t -> t.event().getClass().getSimpleName())
                .containsExactly("CaseSubmitted", "CaseAccepted", "StepCompleted", "CaseFinished");
        assertThat(feeding.told.get(2).occurredAt())
                .isEqualTo(Instant.parse("2011-10-12T06:26:25.398Z"));
        assertThat(((CaseSubmitted) feeding.told.getFirst().event()).calendar())
                .isEqualTo("instants-only");
        assertThat(((StepCompleted) feeding.told.get(2).event()).by()).isEqualTo("Resource10");
        assertThat(((CaseAccepted) feeding.told.get(1).event()).findings()).isEmpty();
    }

    @Test
    void receiptIsAcceptanceUnlessTheSourceTellsIt() {
        Source s = feeding.source;
        feeding.source =
                new Source(
                        s.code(),
                        s.nameZh(),
                        s.nameEn(),
                        s.region(),
                        s.departments(),
                        s.items(),
                        s.instantsOnly(),
                        true,
                        s.quotaPerMinute(),
                        s.patienceMinutes(),
                        s.clientId());
        feeding.take(received("c-1", START, DUE));
        assertThat(only().value().acceptance()).isEmpty();

        feeding.take(message("c-1", 2, "accepted", "2011-10-13T08:00:00Z", Map.of()));
        assertThat(only().value().acceptance().orElseThrow().stamp().occurredAt())
                .isEqualTo(Instant.parse("2011-10-13T08:00:00Z"));
    }

    @Test
    void theSameAgainIsOnlyCounted() {
        List<Envelope> feed = List.of(received("c-1", START, DUE), step("c-1", 2, START));
        feeding.take(feed);
        int told = feeding.told.size();

        assertThat(feeding.take(feed)).hasOnlyElementsOfType(Verdict.Duplicate.class);
        assertThat(feeding.duplicates).isEqualTo(2);
        assertThat(feeding.told).hasSize(told);
    }

    @Test
    void somethingElseUnderTheSameKeyIsQueuedAndTold() {
        feeding.take(received("c-1", START, DUE), step("c-1", 2, START));

        Verdict other = feeding.take(step("c-1", 2, "2011-10-13T00:00:00Z")).getFirst();
        Verdict type = feeding.take(finished("c-1", 2, START)).getFirst();
        feeding.take(finished("c-1", 2, START));

        assertThat(other)
                .isInstanceOfSatisfying(
                        Verdict.Conflict.class,
                        c -> assertThat(c.kind()).isEqualTo(Verdict.ConflictKind.OTHER_CONTENT));
        assertThat(type)
                .isInstanceOfSatisfying(
                        Verdict.Conflict.class,
                        c -> assertThat(c.kind()).isEqualTo(Verdict.ConflictKind.OTHER_TYPE));
        assertThat(feeding.conflicts).hasSize(2);
        assertThat(feeding.announced).hasSize(2);
        assertThat(only().value().state()).isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    void whatComesEarlyWaitsForItsPredecessor() {
        assertThat(feeding.take(finished("c-1", 3, START), step("c-1", 2, START)))
                .hasOnlyElementsOfType(Verdict.Waiting.class);
        assertThat(feeding.cases).isEmpty();

        assertThat(feeding.take(received("c-1", START, DUE)).getFirst())
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(only().value().state()).isEqualTo(CaseState.FINISHED);
        assertThat(feeding.messages.values()).noneMatch(FeedLedger.Known::waiting);
    }

    @Test
    void inOneBatchTheOrderDoesNotMatter() {
        assertThat(feeding.take(finished("c-1", 2, START), received("c-1", START, DUE)))
                .hasOnlyElementsOfType(Verdict.Accepted.class);
    }

    @Test
    void dirtIsToldAndNothingIsLost() {
        feeding.take(
                received("c-1", START, DUE),
                finished("c-1", 2, "2011-10-01T00:00:00Z"),
                step("c-1", 3, "2011-10-02T00:00:00Z"));

        assertThat(
                        feeding.told.stream()
                                .map(org.oneseal.cases.handling.Outcome.Told::event)
                                .filter(CaseFinished.class::isInstance)
                                .map(e -> ((CaseFinished) e).findings()))
                .containsExactly(List.of("END_BEFORE_START"));
        assertThat(((StepCompleted) feeding.told.getLast().event()).findings())
                .containsExactly("AFTER_END");
        assertThat(feeding.page("c-1").afterEnd()).isTrue();
        assertThat(feeding.page("c-1").endBeforeStart()).isTrue();
        assertThat(only().value().facts()).hasSize(4);
    }

    @Test
    void aStepAtTheVeryEndIsNotAfterIt() {
        feeding.take(
                received("c-1", START, DUE),
                step("c-1", 2, "2011-10-18T00:00:00Z"),
                finished("c-1", 3, "2011-10-18T00:00:00Z"));
        assertThat(feeding.page("c-1").afterEnd()).isFalse();
    }

    @Test
    void whatTheSourceIsNotRegisteredForIsRefusedAndKept() {
        assertThat(codes(message("c-1", 1, "received", START, Map.of("department", "Tax"))))
                .containsExactly("feed-department-not-registered");
        assertThat(
                        codes(
                                message(
                                        "c-1",
                                        1,
                                        "received",
                                        START,
                                        Map.of("department", "General", "itemCode", "X1"))))
                .containsExactly("feed-item-not-registered");
        Map<String, String> forged = new HashMap<>(attributes("c-1", "1", "received", START));
        forged.put("source", "taxes");
        assertThat(codes(raw(forged, "{\"sourceCase\":\"c-1\",\"department\":\"General\"}")))
                .containsExactly("feed-source-forged");
        assertThat(feeding.rejected).hasSize(3);
        assertThat(feeding.cases).isEmpty();
    }

    @Test
    void everyReasonIsToldAtOnce() {
        assertThat(codes(raw(Map.of("type", "x", "time", "yesterday"), "{\"sourceCase\":7}")))
                .contains(
                        "feed-type-unknown",
                        "feed-attribute-missing",
                        "feed-attribute-malformed",
                        "feed-member-malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | feed-data-malformed",
                "[1,2] | feed-data-malformed",
                "'' | feed-data-malformed",
                "{\"sourceCase\":\"c-1\",\"sourceCase\":\"c-2\"} | feed-data-malformed",
                "{\"sourceCase\":\"c-1\",\"activity\":\"\\u0000\"} | feed-data-malformed",
                "{\"sourceCase\":\"c-1\",\"activity\":\"\\ud800\"} | feed-data-malformed",
                "{\"sourceCase\":\"c-1\",\"activity\":\"a\\nb\"} | feed-member-malformed",
                "{\"sourceCase\":\"c-1\",\"activity\":5} | feed-member-malformed",
                "{\"sourceCase\":\"c-1\"} | feed-member-missing",
                "{\"sourceCase\":\"c-2\",\"activity\":\"x\"} | feed-case-mismatch",
                "{\"sourceCase\":\"c-1\",\"activity\":\"x\",\"department\":\"Tax\"}"
                        + " | feed-department-not-registered",
                "{\"sourceCase\":\"c-1\",\"activity\":\"11010519491231002X\"}"
                        + " | feed-personal-number"
            })
    void whatCannotBeUnderstoodIsRefused(String payload, String code) {
        assertThat(codes(raw(attributes("c-1", "2", "step", START), payload))).contains(code);
        assertThat(feeding.messages).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "x", "10001", "99999999999999999999"})
    void aSequenceIsAPlainNumber(String sequence) {
        assertThat(
                        codes(
                                raw(
                                        attributes("c-1", sequence, "step", START),
                                        "{\"sourceCase\":\"c-1\",\"activity\":\"x\"}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T00:00:00Z", "1901-01-01T00:00:00Z", "+999999-01-01T00:00:00Z"})
    void aTimeIsPlausible(String time) {
        assertThat(
                        codes(
                                raw(
                                        attributes("c-1", "2", "step", time),
                                        "{\"sourceCase\":\"c-1\",\"activity\":\"x\"}")))
                .containsExactly("feed-time-implausible");
    }

    @Test
    void aCitizenNumberIsNotEvenKept() {
        feeding.take(
                raw(
                        attributes("c-1", "2", "step", START),
                        "{\"sourceCase\":\"c-1\",\"activity\":\"11010519491231002X\"}"));
        assertThat(feeding.rejected.getFirst().envelope().text())
                .contains("1101**********")
                .doesNotContain("11010519491231002X");
    }

    @Test
    void unknownMembersAreKeptAndOtherwiseIgnored() {
        feeding.take(
                message(
                        "c-1",
                        1,
                        "received",
                        START,
                        Map.of("department", "General", "colour", Map.of("of", "folder"))));
        assertThat(feeding.cases).hasSize(1);
        assertThat(feeding.messages.values().iterator().next().payload()).contains("folder");
    }

    @Test
    void aRefusedMessageMayComeAgainPutRight() {
        feeding.take(received("c-1", START, DUE));
        assertThat(codes(message("c-1", 2, "step", START, Map.of()))).hasSize(1);
        assertThat(feeding.take(finished("c-1", 3, START)).getFirst())
                .isInstanceOf(Verdict.Waiting.class);

        assertThat(feeding.take(step("c-1", 2, START)).getFirst())
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(only().value().state()).isEqualTo(CaseState.FINISHED);
    }

    private CaseOnFile only() {
        assertThat(feeding.cases).hasSize(1);
        return feeding.cases.values().iterator().next();
    }

    private List<String> codes(Envelope envelope) {
        return switch (feeding.take(envelope).getFirst()) {
            case Verdict.Rejected(var objections) ->
                    objections.stream().map(Objection::code).distinct().toList();
            case Verdict other -> List.of(other.toString());
        };
    }
}

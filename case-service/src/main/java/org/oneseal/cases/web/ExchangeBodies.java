package org.oneseal.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.FeedBooks;
import org.oneseal.cases.exchange.FeedFigures;
import org.oneseal.cases.exchange.SettleExchange;
import org.oneseal.cases.exchange.Source;

/** Bodies and views of the exchange. */
final class ExchangeBodies {

    static final String INSTANTS_ONLY = "instants-only";

    private ExchangeBodies() {}

    record Name(@NotBlank @Size(max = 100) String zh, @NotBlank @Size(max = 100) String en) {}

    /**
     * @param names what the source calls it
     */
    record DepartmentBody(
            @NotBlank @Size(max = 40) String code,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> names) {}

    /**
     * @param calendar {@code instants-only}, or nothing for the region's working days
     */
    record SourceRequest(
            @NotBlank @Size(max = 31) String code,
            @NotNull @Valid Name name,
            @NotBlank @Pattern(regexp = "[0-9]{12}") String region,
            @NotEmpty @Size(max = 200) List<@NotNull @Valid DepartmentBody> departments,
            @Nullable @Size(max = 5000) List<@NotBlank @Size(max = 40) String> items,
            @Nullable @Pattern(regexp = INSTANTS_ONLY) String calendar,
            @Nullable Boolean reportsAcceptance,
            @Nullable Integer quotaPerMinute,
            @Nullable Integer patienceMinutes,
            @Nullable @Size(max = 100) String clientId) {}

    record SourceView(
            String code,
            Name name,
            String region,
            List<Source.Department> departments,
            List<String> items,
            @Nullable String calendar,
            boolean reportsAcceptance,
            int quotaPerMinute,
            int patienceMinutes,
            String clientId,
            String topic,
            long version) {}

    /**
     * A CloudEvent as documented; it is read member by member, so that a wrong one is answered
     * alone.
     *
     * @param source may be left out; it is the token's
     */
    record FeedEvent(
            String specversion,
            @Nullable String id,
            String type,
            @Nullable String source,
            @Nullable String subject,
            Instant time,
            long sequence,
            Map<String, Object> data) {}

    record ReasonView(String code, String message, @Nullable String field) {}

    /**
     * What became of one event of a batch.
     *
     * @param expected the sequence that a waiting event waits for
     */
    record EventAnswer(
            int index,
            @Nullable String id,
            String outcome,
            @Nullable String caseId,
            @Nullable Long expected,
            @Nullable String conflictId,
            List<ReasonView> reasons) {}

    record FeedAnswer(String source, List<EventAnswer> events) {}

    record ConflictView(
            String id,
            String source,
            String sourceCase,
            long sequence,
            String type,
            String kind,
            Instant occurredAt,
            Instant firstAt,
            Instant lastAt,
            long times,
            Object told,
            @Nullable String takenType,
            @Nullable Object taken,
            FeedBooks.@Nullable Settled settled) {}

    record SettlementRequest(
            SettleExchange.@NotNull Ruling ruling, @NotBlank @Size(max = 500) String reason) {}

    record DismissalRequest(@NotBlank @Size(max = 500) String reason) {}

    record DismissalView(String id, String source, FeedBooks.Settled settled) {}

    /**
     * @param data the data as text, as they came
     */
    record RejectionView(
            String id,
            String source,
            @Nullable String sourceCase,
            @Nullable String type,
            @Nullable Long sequence,
            List<ReasonView> reasons,
            Map<String, String> attributes,
            String data,
            Instant firstAt,
            Instant lastAt,
            long times) {}

    record ReplayRequest(
            @NotBlank String source, @Nullable @Pattern(regexp = "[0-9a-z]{26}") String after) {}

    /**
     * @param next pass it as {@code after} to go on; null when all were tried
     */
    record ReplayView(
            long tried,
            long accepted,
            long duplicates,
            long conflicts,
            long waiting,
            long rejected,
            @Nullable String next) {}

    record ReconciliationView(
            String source,
            Instant asOf,
            long cases,
            long finished,
            long open,
            long messages,
            Map<String, Long> accepted,
            long duplicates,
            long conflicts,
            long conflictsOpen,
            long waiting,
            long waitingOverdue,
            long rejected,
            long afterEnd,
            long endBeforeStart,
            FeedFigures.@Nullable Lag lag) {}

    record DayView(LocalDate day, long messages, String checksum) {}
}

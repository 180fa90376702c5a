package org.oneseal.supervision.retrospect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** Logs that were taken in, and what came of them. Writing needs a transaction. */
public interface Retrospects {

    /** Begins a retrospect and returns where its events go, in bulk. */
    void add(Begun begun, Function<Consumer<RawEvent>, Long> feeding);

    /** The next log that waits to be judged, locked against other replicas. */
    Optional<Begun> waiting();

    /** Every case of a log with its events in the order they happened. */
    void cases(String id, Consumer<List<RawEvent>> each);

    void judged(String id, List<JudgedCase> cases);

    /** Ends it: the events are not needed any more. */
    void done(String id, Instant now);

    void failed(String id, String reason, Instant now);

    Optional<Summary> summary(String id, Scope scope);

    Optional<JudgedCase> judgedCase(String id, String caseId);

    List<Summary> list(Scope scope, String afterId, int limit);

    /**
     * Who told late, the worst first.
     *
     * @param afterLate late reports of the last one before, {@code Long.MAX_VALUE} for the first
     */
    List<Reporter> reporters(String id, long afterLate, String afterDepartment, int limit);

    List<JudgedCase> judgedCases(String id, boolean lateOnly, String afterCase, int limit);

    record Begun(
            String id, String name, RegionCode region, LogMapping mapping, String by, Instant at) {}

    /**
     * What a log came to.
     *
     * @param state WAITING, DONE or FAILED
     * @param declaredLater cases whose declared due date lies after the derived one
     * @param lateReports events reported more than a working day after they happened
     */
    record Summary(
            String id,
            String name,
            String region,
            String state,
            @Nullable String failure,
            Instant at,
            @Nullable Instant doneAt,
            long events,
            long cases,
            long open,
            long late,
            long undated,
            long blue,
            long yellow,
            long red,
            long declaredLater,
            long declaredEarlier,
            long afterEnd,
            long endBeforeStart,
            long lateReports) {}

    /** How a department told of its cases. */
    record Reporter(
            @Nullable String department,
            long cases,
            long late,
            long events,
            long lateReports,
            long longestLagSeconds) {}

    /**
     * A case lived through again.
     *
     * @param derivedDue by limits and calendar, null if there are none
     * @param undated no due date could be had: no calendar of those years, nothing declared
     * @param cards codes of the rules that would have drawn one, in order
     */
    record JudgedCase(
            String caseId,
            @Nullable String department,
            @Nullable String item,
            int events,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Instant derivedDue,
            @Nullable Instant declaredDue,
            boolean late,
            boolean undated,
            boolean blue,
            boolean yellow,
            boolean red,
            boolean afterEnd,
            boolean endBeforeStart,
            int lateReports,
            long longestLagSeconds,
            List<String> cards) {}
}

package org.oneseal.platform.worktime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one case's clock. What is derived from them does not depend on their order. */
public record ClockLedger(List<ClockFact> facts) {

    public static final ClockLedger EMPTY = new ClockLedger(List.of());

    public ClockLedger {
        facts = List.copyOf(facts);
    }

    public static ClockLedger of(ClockFact... facts) {
        return new ClockLedger(List.of(facts));
    }

    public ClockLedger with(ClockFact fact) {
        List<ClockFact> more = new ArrayList<>(facts);
        more.add(fact);
        return new ClockLedger(more);
    }

    /**
     * The clock of a part of what this one measures (环节), with a limit of its own. What stops the
     * whole stops the part from its own start on: the time of special procedures is left out of the
     * time of handling (行政许可法 art. 45), of which a part has a share. More time for the whole is
     * none for the part.
     *
     * @param from when the part began; it is counted from the next day
     * @param done when it was done, null while it is under way
     */
    public ClockLedger part(Instant from, TimeLimit limit, @Nullable Instant done) {
        List<ClockFact> part = new ArrayList<>();
        part.add(new ClockFact.Accepted(from, from, limit, null, null));
        for (ClockFact fact : facts) {
            switch (fact) {
                case ClockFact.Suspended _,
                        ClockFact.Resumed _,
                        ClockFact.Decided _,
                        ClockFact.Finished _ ->
                        part.add(fact);
                case ClockFact.Rebased(var at, var known, var decree, var hash, _, _, _, _) ->
                        part.add(
                                new ClockFact.Rebased(
                                        at, known, decree, hash, null, null, null, null));
                case ClockFact.Received _, ClockFact.Accepted _, ClockFact.Extended _ -> {}
            }
        }
        if (done != null) part.add(new ClockFact.Finished(done, done));
        return new ClockLedger(part);
    }

    /** The acceptance that starts the clock, the earliest. */
    public Optional<ClockFact.Accepted> start() {
        return all(ClockFact.Accepted.class).findFirst();
    }

    /** When the clock stopped: at the earliest decision or end. */
    public Optional<Instant> stoppedAt() {
        return facts.stream()
                .filter(f -> f instanceof ClockFact.Decided || f instanceof ClockFact.Finished)
                .map(ClockFact::occurredAt)
                .min(Comparator.naturalOrder());
    }

    /** The due date that the source declares, the one stated last. */
    public Optional<Instant> declaredDue() {
        return facts.stream()
                .filter(fact -> declared(fact) != null)
                .max(Comparator.comparing(ClockFact::recordedAt).thenComparing(ClockFact.ORDER))
                .map(ClockLedger::declared);
    }

    /** The special procedures, in the order they began. */
    public List<Procedure> procedures() {
        Map<String, Instant> ends = new LinkedHashMap<>();
        all(ClockFact.Resumed.class)
                .forEach(fact -> ends.putIfAbsent(fact.procedureId(), fact.occurredAt()));
        Map<String, Procedure> found = new LinkedHashMap<>();
        all(ClockFact.Suspended.class)
                .forEach(
                        fact ->
                                found.putIfAbsent(
                                        fact.procedureId(),
                                        new Procedure(
                                                fact.procedureId(),
                                                fact.kind(),
                                                fact.announced(),
                                                fact.occurredAt(),
                                                ends.get(fact.procedureId()))));
        return List.copyOf(found.values());
    }

    /** All facts of a kind, in order of time. */
    <F extends ClockFact> Stream<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).sorted(ClockFact.ORDER);
    }

    private static @Nullable Instant declared(ClockFact fact) {
        return switch (fact) {
            case ClockFact.Received received -> received.declaredDue();
            case ClockFact.Accepted accepted -> accepted.declaredDue();
            default -> null;
        };
    }

    /**
     * A special procedure as the ledger knows it.
     *
     * @param to when it ended, null while it is open
     */
    public record Procedure(
            String id, String kind, TimeLimit announced, Instant from, @Nullable Instant to) {}
}

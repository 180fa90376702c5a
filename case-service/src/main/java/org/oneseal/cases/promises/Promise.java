package org.oneseal.cases.promises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseState;

/** The promise made in a case and how far it is kept, derived from the case's facts. */
public record Promise(CaseFact.Promised made, PromiseState state, List<Owed> materials) {

    public Promise {
        materials = List.copyOf(materials);
    }

    /**
     * A material that was promised.
     *
     * @param due last day, Asia/Shanghai
     * @param toldOverdue whether the lapse was already recorded
     */
    public record Owed(
            String code,
            String name,
            LocalDate due,
            @Nullable Instant handedInAt,
            boolean toldOverdue) {

        /** From when on it is late: the end of the last day. */
        public Instant lateFrom() {
            return due.plusDays(1).atStartOfDay(Case.ZONE).toInstant();
        }

        public boolean late() {
            return handedInAt == null ? toldOverdue : !handedInAt.isBefore(lateFrom());
        }
    }

    public static Optional<Promise> of(Case it) {
        return it.last(CaseFact.Promised.class).map(made -> of(it, made));
    }

    private static Promise of(Case it, CaseFact.Promised made) {
        Map<String, Instant> handedIn = new HashMap<>();
        it.facts(CaseFact.PromiseFulfilled.class)
                .forEach(f -> handedIn.putIfAbsent(f.material().code(), f.stamp().occurredAt()));
        Set<String> told = new HashSet<>();
        it.facts(CaseFact.PromiseOverdue.class).forEach(f -> told.addAll(f.materials()));
        List<Owed> owed =
                made.materials().stream()
                        .map(
                                m ->
                                        new Owed(
                                                m.code(),
                                                m.name(),
                                                m.due(),
                                                handedIn.get(m.code()),
                                                told.contains(m.code())))
                        .toList();
        return new Promise(made, state(it, owed), owed);
    }

    private static PromiseState state(Case it, List<Owed> owed) {
        if (owed.stream().allMatch(o -> o.handedInAt() != null)) return PromiseState.FULFILLED;
        if (cameToNothing(it)) return PromiseState.VOID;
        boolean overdue = owed.stream().anyMatch(o -> o.handedInAt() == null && o.toldOverdue());
        return overdue ? PromiseState.OVERDUE : PromiseState.OPEN;
    }

    private static boolean cameToNothing(Case it) {
        CaseState state = it.state();
        return state == CaseState.NOT_ACCEPTED
                || state == CaseState.WITHDRAWN
                || state == CaseState.RETURNED
                || it.last(CaseFact.Decided.class).filter(d -> !d.granted()).isPresent();
    }

    /** What is still to come. */
    public List<Owed> open() {
        if (state == PromiseState.VOID) return List.of();
        return materials.stream().filter(o -> o.handedInAt() == null).toList();
    }

    /** When the next lapse has to be recorded; null where none can come. */
    public @Nullable Instant nextLapse() {
        return open().stream()
                .filter(o -> !o.toldOverdue())
                .map(Owed::lateFrom)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}

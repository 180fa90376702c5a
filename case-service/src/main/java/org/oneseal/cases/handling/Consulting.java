package org.oneseal.cases.handling;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.HandlingFact.ConsultationAnswered;
import org.oneseal.cases.handling.HandlingFact.ConsultationOverdue;
import org.oneseal.cases.handling.HandlingFact.ConsultationRequested;
import org.oneseal.cases.handling.HandlingFact.ConsultationWithdrawn;

/** A consultation of another department (征求意见) as it stands. */
public record Consulting(
        ConsultationRequested asked,
        @Nullable ConsultationAnswered answered,
        boolean overdue,
        boolean withdrawn) {

    /** How it stands; one that is overdue may still be answered. */
    public enum State {
        OPEN,
        OVERDUE,
        ANSWERED,
        WITHDRAWN
    }

    public State state() {
        if (answered != null) return State.ANSWERED;
        if (withdrawn) return State.WITHDRAWN;
        return overdue ? State.OVERDUE : State.OPEN;
    }

    public static List<Consulting> all(Case it) {
        return it.facts(ConsultationRequested.class).map(asked -> read(it, asked)).toList();
    }

    public static @Nullable Consulting find(Case it, String id) {
        return all(it).stream()
                .filter(c -> c.asked().consultationId().equals(id))
                .findFirst()
                .orElse(null);
    }

    static Consulting of(Case it, String id) {
        return Objects.requireNonNull(find(it, id));
    }

    /** When the next department's time is over; null where nobody is awaited. */
    public static @Nullable Instant nextDue(Case it) {
        if (!it.state().open()) return null;
        return all(it).stream()
                .filter(c -> c.state() == State.OPEN)
                .map(c -> c.asked().due())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Consulting read(Case it, ConsultationRequested asked) {
        String id = asked.consultationId();
        Optional<ConsultationAnswered> answer =
                it.facts(ConsultationAnswered.class)
                        .filter(a -> a.consultationId().equals(id))
                        .findFirst();
        return new Consulting(
                asked,
                answer.orElse(null),
                it.facts(ConsultationOverdue.class).anyMatch(o -> o.consultationId().equals(id)),
                it.facts(ConsultationWithdrawn.class).anyMatch(w -> w.consultationId().equals(id)));
    }
}

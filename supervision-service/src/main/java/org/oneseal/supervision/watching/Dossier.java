package org.oneseal.supervision.watching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The facts of one case, ordered by when they happened, whatever the order in which they arrived.
 */
public record Dossier(CaseHead head, List<CaseFact> facts) {

    private static final Comparator<CaseFact> BY_TIME =
            Comparator.comparing((CaseFact f) -> f.told().occurredAt())
                    .thenComparing(f -> f.told().sequence());

    public Dossier {
        facts = facts.stream().sorted(BY_TIME).toList();
    }

    /** With one more fact; a fact of a known sequence changes nothing. */
    public Dossier with(CaseHead told, CaseFact fact) {
        long sequence = fact.told().sequence();
        if (facts.stream().anyMatch(f -> f.told().sequence() == sequence)) return this;
        List<CaseFact> more = new ArrayList<>(facts);
        more.add(fact);
        return new Dossier(sequence > sequence() ? told : head, more);
    }

    /** What the dossier is of: a case, or what tells of milestones. */
    public WatchKind kind() {
        return all(CaseFact.Milestone.class)
                .findFirst()
                .map(CaseFact.Milestone::kind)
                .orElse(WatchKind.CASE);
    }

    /** Version of the case that is known. */
    public long sequence() {
        return facts.stream().mapToLong(f -> f.told().sequence()).max().orElse(0);
    }

    /** When the last fact became known. */
    public Instant knownAt() {
        return facts.stream()
                .map(f -> f.told().recordedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** The case as it really stood then. */
    public Dossier asHappenedBy(Instant instant) {
        return only(f -> !f.told().occurredAt().isAfter(instant));
    }

    /** The case as it was known then. */
    public Dossier asKnownBy(Instant instant) {
        return only(f -> !f.told().recordedAt().isAfter(instant));
    }

    /**
     * The case as it was known when a card was drawn from it. Of a matter that is reported in any
     * order, what came later may have a lower number.
     */
    public Dossier asDrawnFrom(long sequence, Instant knownAt) {
        return only(
                f -> f.told().sequence() <= sequence && !f.told().recordedAt().isAfter(knownAt));
    }

    /** Facts of a kind, oldest first. */
    public <F extends CaseFact> Stream<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    private Dossier only(Predicate<CaseFact> wanted) {
        return new Dossier(head, facts.stream().filter(wanted).toList());
    }
}

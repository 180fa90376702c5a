package org.oneseal.cases.assignment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.platform.objection.Objection;

/**
 * Who holds a case, as its facts say. Acceptance puts it back into the pool: intake and handling
 * are different desks.
 */
public final class Holding {

    private Holding() {}

    public static Optional<String> of(Case it) {
        @Nullable String holder = null;
        for (CaseFact fact : it.facts()) {
            if (fact instanceof CaseFact.Accepted) holder = null;
            if (fact instanceof HandlingFact.Assigned a) holder = a.officer();
            if (fact instanceof HandlingFact.StepReturned r) holder = r.officer();
        }
        return Optional.ofNullable(holder);
    }

    /** Nobody handles what lies on another's desk. */
    public static List<Objection> heldByAnother(Case it, Handler by) {
        return of(it).filter(holder -> !by.is(holder))
                .map(holder -> List.of(Objection.of("held-by-another", holder)))
                .orElse(List.of());
    }
}

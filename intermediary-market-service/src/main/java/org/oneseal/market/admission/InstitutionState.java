package org.oneseal.market.admission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an application stands. */
public sealed interface InstitutionState {

    /** Waits for the formal check. */
    record Applied() implements InstitutionState {}

    /** Listed since then. */
    record Admitted(Instant at, String by) implements InstitutionState {}

    /** Not admitted; a new application may follow. */
    record Refused(Instant at, String by, List<Reason> reasons) implements InstitutionState {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why the formal check failed, in the operator's words. */
    record Reason(String code, String text, @Nullable String ground) {}

    default String label() {
        return switch (this) {
            case Applied _ -> "APPLIED";
            case Admitted _ -> "ADMITTED";
            case Refused _ -> "REFUSED";
        };
    }
}

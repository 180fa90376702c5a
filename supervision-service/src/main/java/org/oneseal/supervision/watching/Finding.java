package org.oneseal.supervision.watching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something strange about a case that is told but draws no card.
 *
 * @param sequence version of the case that showed it, 0 if it was the sender's finding
 * @param ours our due date, where two differ
 * @param theirs the sender's due date, where two differ
 */
public record Finding(
        FindingCode code, long sequence, @Nullable Instant ours, @Nullable Instant theirs) {

    static Finding of(FindingCode code, CaseFact fact) {
        return new Finding(code, fact.told().sequence(), null, null);
    }
}

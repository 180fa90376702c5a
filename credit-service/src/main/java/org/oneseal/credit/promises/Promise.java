package org.oneseal.credit.promises;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * A promise as registered here (承诺); where it stands follows from its materials.
 *
 * @param party opaque id of who promised
 * @param partyMask how the party may be shown
 * @param textHash digest of the promise's text, with its algorithm
 */
public record Promise(
        String id,
        String caseId,
        String caseNumber,
        @Nullable String itemCode,
        @Nullable String itemName,
        RegionCode region,
        @Nullable String department,
        String party,
        @Nullable String partyMask,
        @Nullable String textHash,
        Instant promisedAt,
        List<PromisedMaterial> materials) {

    public Promise {
        materials = List.copyOf(materials);
    }

    /** OPEN until everything is in; RECTIFIED means made good after it was overdue. */
    public enum State {
        OPEN,
        OVERDUE,
        FULFILLED,
        RECTIFIED
    }

    public State state() {
        boolean all = materials.stream().allMatch(m -> m.handedInAt() != null);
        boolean late = materials.stream().anyMatch(m -> m.overdueSince() != null);
        if (all) return late ? State.RECTIFIED : State.FULFILLED;
        boolean overdue =
                materials.stream()
                        .anyMatch(m -> m.overdueSince() != null && m.handedInAt() == null);
        return overdue ? State.OVERDUE : State.OPEN;
    }

    Promise handedIn(Collection<String> codes, Instant at) {
        return each(codes, m -> m.handedIn(at));
    }

    Promise overdue(Collection<String> codes, Instant at) {
        return each(codes, m -> m.overdue(at));
    }

    private Promise each(Collection<String> codes, UnaryOperator<PromisedMaterial> change) {
        return new Promise(
                id,
                caseId,
                caseNumber,
                itemCode,
                itemName,
                region,
                department,
                party,
                partyMask,
                textHash,
                promisedAt,
                materials.stream()
                        .map(m -> codes.contains(m.code()) ? change.apply(m) : m)
                        .toList());
    }
}

package org.oneseal.catalog.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.Delegation;
import org.oneseal.catalog.delegation.DelegationKind;
import org.oneseal.catalog.delegation.FollowUps;

/**
 * An act of delegation.
 *
 * @param state on the day of the question
 * @param ownName whether the receiver decides in its own name
 * @param followUps looks back at it, in their order
 * @param followUpDue day by which the next is due, null where none is
 */
record DelegationView(
        String id,
        DelegationKind kind,
        Delegation.State state,
        String to,
        String toRegion,
        String area,
        boolean ownName,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate takenOverOn,
        @Nullable LocalDate revokedFrom,
        @Nullable String reason,
        @Nullable String ground,
        DelegationRequest.@Nullable LetterBody letter,
        int itemCount,
        List<LineView> items,
        List<SetUpStepView> setUp,
        boolean setUpFirst,
        List<FollowUps.FollowUp> followUps,
        @Nullable LocalDate followUpDue,
        long version) {

    /** An item and the department that hands it on. */
    record LineView(String item, String from) {}

    /** A step of the preparation at the receiver; open without a day. */
    record SetUpStepView(String code, String name, @Nullable LocalDate doneOn) {}

    static DelegationView whole(Delegation act, LocalDate day) {
        return of(
                act,
                day,
                act.lines().stream().map(l -> new LineView(l.item(), l.giver())).toList());
    }

    /** Without its lines, of which there may be thousands. */
    static DelegationView brief(Delegation act, LocalDate day) {
        return of(act, day, List.of());
    }

    private static DelegationView of(Delegation act, LocalDate day, List<LineView> items) {
        return new DelegationView(
                act.id(),
                act.kind(),
                act.state(day),
                act.receiver(),
                act.receiverRegion().value(),
                act.area().value(),
                act.ownName(),
                act.validFrom(),
                act.validTo(),
                act.takenOverOn(),
                act.revokedFrom(),
                act.reason(),
                act.ground(),
                DelegationRequest.LetterBody.of(act.letter()),
                act.lines().size(),
                items,
                act.setUp().steps().stream()
                        .map(s -> new SetUpStepView(s.code(), s.name(), s.doneOn()))
                        .toList(),
                act.setUp().first(),
                act.followUps().made(),
                act.followUpDue().orElse(null),
                act.version());
    }
}

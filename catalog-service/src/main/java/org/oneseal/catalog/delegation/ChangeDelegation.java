package org.oneseal.catalog.delegation;

import java.time.Instant;
import java.time.LocalDate;
import org.oneseal.catalog.delegation.DelegationOutcome.Done;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The receiver takes an act over (承接); the givers look back at it (回头看) or take it back (撤回). */
@Component
public class ChangeDelegation {

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final EndDelegations end;

    ChangeDelegation(Delegations delegations, DelegationDesk desk, EndDelegations end) {
        this.delegations = delegations;
        this.desk = desk;
        this.end = end;
    }

    @Transactional
    public DelegationOutcome takeOver(
            String id, long expected, LocalDate on, Actor actor, Instant now) {
        DelegationOutcome outcome = find(id, expected).takeOver(on, ItemDesk.today(now));
        if (!(outcome instanceof Done(var taken))) return outcome;
        return new Done(desk.store(taken, actor, new DelegationChange.TakenOver(on), now));
    }

    /** A step of the preparation at the receiver is done. */
    @Transactional
    public DelegationOutcome prepare(
            String id, long expected, String step, LocalDate on, Actor actor, Instant now) {
        DelegationOutcome outcome = find(id, expected).prepare(step, on, ItemDesk.today(now));
        if (!(outcome instanceof Done(var prepared))) return outcome;
        return new Done(desk.store(prepared, actor, new DelegationChange.Prepared(step, on), now));
    }

    /** Those who handed on look back at what became of it (回头看). */
    @Transactional
    public DelegationOutcome followUp(
            String id, long expected, FollowUps.FollowUp look, Actor actor, Instant now) {
        DelegationOutcome outcome = find(id, expected).followUp(look, ItemDesk.today(now));
        if (!(outcome instanceof Done(var seen))) return outcome;
        return new Done(desk.store(seen, actor, new DelegationChange.FollowedUp(look), now));
    }

    /** Takes it back; what depends on it is suspended when the day has come, today at once. */
    @Transactional
    public DelegationOutcome revoke(
            String id, long expected, LocalDate from, String reason, Actor actor, Instant now) {
        DelegationOutcome outcome = find(id, expected).revoke(from, reason, ItemDesk.today(now));
        if (!(outcome instanceof Done(var revoked))) return outcome;
        Delegation stored =
                desk.store(revoked, actor, new DelegationChange.Revoked(from, reason.strip()), now);
        return new Done(from.isAfter(ItemDesk.today(now)) ? stored : end.windUp(stored, now));
    }

    private Delegation find(String id, long expected) {
        Delegation act = delegations.find(id).orElseThrow(() -> new NotFound("delegation", id));
        if (act.version() != expected) throw new StaleVersion(id, expected);
        return act;
    }
}

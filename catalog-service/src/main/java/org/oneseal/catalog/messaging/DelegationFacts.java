package org.oneseal.catalog.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.Delegation;
import org.oneseal.catalog.delegation.DelegationAnnouncements;
import org.oneseal.catalog.delegation.DelegationChange;
import org.oneseal.catalog.delegation.Letter;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.events.CatalogEvent;
import org.oneseal.catalog.events.DelegationEnded;
import org.oneseal.catalog.events.DelegationFollowedUp;
import org.oneseal.catalog.events.DelegationGranted;
import org.oneseal.catalog.events.DelegationPrepared;
import org.oneseal.catalog.events.DelegationRevoked;
import org.oneseal.catalog.events.DelegationTakenOver;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.springframework.stereotype.Component;

/** Keeps the evidence of acts of delegation and tells the others of them. */
@Component
class DelegationFacts implements DelegationAnnouncements {

    private final Journal journal;

    DelegationFacts(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Chain record(
            Delegation act,
            Department receiver,
            Actor actor,
            DelegationChange change,
            Instant now) {
        CatalogEvent event = event(act, receiver, change);
        return journal.append(
                new Chain("delegation", act.id(), act.version(), act.chainHead()),
                actor,
                List.of(
                        new Happening(
                                event.type(),
                                now,
                                Placement.of(act.receiverRegion(), act.receiver()),
                                event)));
    }

    private static CatalogEvent event(
            Delegation act, Department receiver, DelegationChange change) {
        return switch (change) {
            case DelegationChange.Granted _ -> granted(act, receiver);
            case DelegationChange.Prepared(var step, var on) ->
                    new DelegationPrepared(act.id(), step, on.toString());
            case DelegationChange.TakenOver(var on) ->
                    new DelegationTakenOver(act.id(), on.toString());
            case DelegationChange.FollowedUp(var look) ->
                    new DelegationFollowedUp(
                            act.id(),
                            look.on().toString(),
                            look.finding().name(),
                            look.text(),
                            look.rectifyBy() == null ? null : look.rectifyBy().toString());
            case DelegationChange.Revoked(var from, var reason) ->
                    new DelegationRevoked(act.id(), from.toString(), reason);
            case DelegationChange.Ended(var on, var items, var acts) ->
                    new DelegationEnded(
                            act.id(),
                            on.toString(),
                            act.revokedFrom() == null ? "EXPIRED" : "REVOKED",
                            items,
                            acts);
        };
    }

    private static DelegationGranted granted(Delegation act, Department receiver) {
        LocalDate until = act.validTo();
        return new DelegationGranted(
                act.id(),
                act.kind().name(),
                receiver.code(),
                receiver.name(),
                receiver.uscc().value(),
                receiver.region().value(),
                act.area().value(),
                act.ownName(),
                act.takeoverNeeded(),
                act.validFrom().toString(),
                until == null ? null : until.toString(),
                act.ground(),
                letter(act.letter()),
                act.lines().stream()
                        .map(line -> new DelegationGranted.Line(line.item(), line.giver()))
                        .toList());
    }

    private static DelegationGranted.@Nullable Letter letter(@Nullable Letter letter) {
        if (letter == null) return null;
        return new DelegationGranted.Letter(
                letter.number(), letter.issuedBy(), letter.signedOn().toString(), letter.digest());
    }
}

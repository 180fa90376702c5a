package org.oneseal.catalog.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.events.CatalogEvent;
import org.oneseal.catalog.events.PowerCancelled;
import org.oneseal.catalog.events.PowerEdited;
import org.oneseal.catalog.events.PowerPublished;
import org.oneseal.catalog.events.PowerState;
import org.oneseal.catalog.events.PowerSuspended;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.powers.Power;
import org.oneseal.catalog.powers.PowerAnnouncements;
import org.oneseal.catalog.powers.PowerChange;
import org.oneseal.catalog.powers.PowerContent;
import org.oneseal.catalog.powers.PowerDigests;
import org.oneseal.catalog.powers.PowerStates;
import org.oneseal.catalog.powers.PowerVersion;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.springframework.stereotype.Component;

/**
 * Keeps the evidence of what is done to powers and tells the others of it, as facts only: the items
 * topic, from which intake learns what may be applied for, never has them.
 */
@Component
class PowerFacts implements PowerAnnouncements {

    private final Journal journal;
    private final PowerDigests digests;
    private final PowerStates states;

    PowerFacts(Journal journal, PowerDigests digests, PowerStates states) {
        this.journal = journal;
        this.digests = digests;
        this.states = states;
    }

    @Override
    public Chain record(
            Power before,
            Power changed,
            Department department,
            Actor actor,
            PowerChange change,
            Instant now) {
        CatalogEvent event = fact(before, changed, department, change, ItemDesk.today(now));
        return journal.append(
                new Chain(
                        "power",
                        Power.evidence(changed.code()),
                        changed.version(),
                        changed.chainHead()),
                actor,
                List.of(
                        new Happening(
                                event.type(),
                                now,
                                Placement.of(changed.region().value(), changed.department()),
                                event)));
    }

    private CatalogEvent fact(
            Power before,
            Power changed,
            Department department,
            PowerChange change,
            LocalDate today) {
        return switch (change) {
            case PowerChange.DraftEdited(var action, var hash) ->
                    new PowerEdited(
                            changed.code(), hash, action.name(), places(before, changed), null);
            case PowerChange.Reviewed(var review) ->
                    new PowerEdited(
                            changed.code(),
                            review.draftHash(),
                            review.state().name(),
                            List.of(),
                            review.reason());
            case PowerChange.Published(var version) ->
                    new PowerPublished(states.state(changed, version, department, today));
            case PowerChange.Resumed _ -> new PowerPublished(latest(changed, department, today));
            case PowerChange.Suspended _ -> new PowerSuspended(latest(changed, department, today));
            case PowerChange.Cancelled _ -> new PowerCancelled(latest(changed, department, today));
        };
    }

    private PowerState latest(Power changed, Department department, LocalDate today) {
        return states.state(changed, changed.latest().orElseThrow(), department, today);
    }

    private List<String> places(Power before, Power changed) {
        return ChangedPlaces.of(
                content(changed),
                content(before),
                before.latest().map(PowerVersion::content).orElse(null),
                digests::tree);
    }

    private static @Nullable PowerContent content(Power power) {
        Power.Draft draft = power.draft();
        return draft == null ? null : draft.content();
    }
}

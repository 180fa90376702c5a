package org.oneseal.catalog.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.resources.ResourceOutcome.Done;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an entry of the directory over as it stands elsewhere: the versions that are missing here
 * are published in their order, through the same checks but for the item that it comes from, which
 * may travel behind it. Works within the caller's transaction, which is to be rolled back where
 * there are objections. What was withdrawn here stays so: somebody here had a reason.
 */
@Component
public class TakeResource {

    private final DataResources resources;
    private final KeepResources keep;

    TakeResource(DataResources resources, KeepResources keep) {
        this.resources = resources;
        this.keep = keep;
    }

    /**
     * An entry as it stands elsewhere.
     *
     * @param name as it was listed
     * @param versions the one that counts and those planned
     */
    public record Coming(String code, String department, String name, List<Version> versions) {

        public Coming {
            versions = List.copyOf(versions);
        }
    }

    /** One of its versions. */
    public record Version(ResourceContent content, LocalDate effectiveFrom) {}

    /**
     * What came of it.
     *
     * @param before as it was here
     * @param after as it is here
     */
    public record Taken(
            Optional<DataResource> before,
            Optional<DataResource> after,
            List<Objection> objections) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(Coming coming, Actor actor, Instant now) {
        Optional<DataResource> before = resources.find(coming.code());
        List<Objection> objections = new ArrayList<>(fits(before, coming));
        boolean stays = before.filter(r -> r.status() == ResourceStatus.WITHDRAWN).isPresent();
        if (!objections.isEmpty() || stays) return new Taken(before, before, objections);
        DataResource at =
                before.orElseGet(() -> keep.list(List.of(due(coming)), actor, now).getFirst());
        for (Version version : coming.versions()) {
            if (at.has(version.content())) continue;
            LocalDate today = ItemDesk.today(now);
            LocalDate from = EffectiveDay.soonest(version.effectiveFrom(), today);
            switch (keep.take(at, version.content(), from, actor, now)) {
                case Done(var done, _) -> at = done;
                case ResourceOutcome.Objected(var why) -> objections.addAll(why);
                case ResourceOutcome.NotNow(var why) -> objections.addAll(why);
            }
            if (!objections.isEmpty()) break;
        }
        return new Taken(before, Optional.of(at), objections);
    }

    private List<Objection> fits(Optional<DataResource> before, Coming coming) {
        if (before.isEmpty()) return keep.objections(List.of(due(coming)));
        return before.get().department().equals(coming.department())
                ? List.of()
                : List.of(Objection.of("resource-elsewhere", coming.code()));
    }

    private static KeepResources.Due due(Coming coming) {
        return new KeepResources.Due(coming.code(), coming.department(), coming.name());
    }
}

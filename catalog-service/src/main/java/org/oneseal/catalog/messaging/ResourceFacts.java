package org.oneseal.catalog.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.events.CatalogEvent;
import org.oneseal.catalog.events.DataDemandEdited;
import org.oneseal.catalog.events.DataResourceEdited;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.items.Differences;
import org.oneseal.catalog.resources.DataDemand;
import org.oneseal.catalog.resources.DataResource;
import org.oneseal.catalog.resources.ResourceAnnouncements;
import org.oneseal.catalog.resources.ResourceChange;
import org.oneseal.catalog.resources.ResourceContent;
import org.oneseal.catalog.resources.ResourceDigests;
import org.oneseal.catalog.resources.ResourceVersion;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.springframework.stereotype.Component;

/** Keeps the evidence of what is done to the directory of data resources and to demands. */
@Component
class ResourceFacts implements ResourceAnnouncements {

    private final Journal journal;
    private final ResourceDigests digests;

    ResourceFacts(Journal journal, ResourceDigests digests) {
        this.journal = journal;
        this.digests = digests;
    }

    @Override
    public Chain record(
            DataResource before,
            DataResource changed,
            Actor actor,
            ResourceChange change,
            Instant now) {
        return append(
                new Chain("data-resource", changed.code(), changed.version(), changed.chainHead()),
                Placement.of(changed.region(), changed.department()),
                event(before, changed, change),
                actor,
                now);
    }

    private CatalogEvent event(DataResource before, DataResource changed, ResourceChange change) {
        return switch (change) {
            case ResourceChange.Listed _ ->
                    new DataResourceEdited(
                            changed.code(),
                            changed.department(),
                            changed.name(),
                            "LISTED",
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            null);
            case ResourceChange.Published(var version) ->
                    new DataResourceEdited(
                            changed.code(),
                            changed.department(),
                            version.content().name(),
                            "PUBLISHED",
                            version.number(),
                            version.hash(),
                            version.content().share().name(),
                            version.effectiveFrom().toString(),
                            pointers(before, version.content()),
                            null);
            case ResourceChange.Withdrawn(var reason) ->
                    new DataResourceEdited(
                            changed.code(),
                            changed.department(),
                            changed.name(),
                            "WITHDRAWN",
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            reason);
        };
    }

    private List<String> pointers(DataResource before, ResourceContent content) {
        List<ResourceVersion> versions = before.versions();
        if (versions.isEmpty()) return List.of("");
        return Differences.between(
                        digests.tree(versions.getLast().content()), digests.tree(content))
                .stream()
                .map(Difference::pointer)
                .distinct()
                .toList();
    }

    @Override
    public Chain record(DataDemand demand, Actor actor, Instant now) {
        Optional<DataDemand.Answer> answer = Optional.ofNullable(demand.answer());
        return append(
                new Chain("data-demand", demand.id(), demand.version(), demand.chainHead()),
                Placement.of(demand.region(), demand.provider()),
                new DataDemandEdited(
                        demand.id(),
                        answer.isEmpty() ? "FILED" : demand.state().name(),
                        demand.resource(),
                        demand.resourceVersion(),
                        demand.provider(),
                        demand.asker(),
                        demand.item(),
                        demand.purpose(),
                        demand.elements(),
                        demand.consent().name(),
                        demand.consentGround(),
                        answer.map(DataDemand.Answer::ground).orElse(null)),
                actor,
                now);
    }

    private Chain append(
            Chain chain, Placement where, CatalogEvent event, Actor actor, Instant now) {
        return journal.append(
                chain, actor, List.of(new Happening(event.type(), now, where, event)));
    }
}

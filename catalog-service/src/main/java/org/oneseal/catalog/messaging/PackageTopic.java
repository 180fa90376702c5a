package org.oneseal.catalog.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.events.CatalogEvent;
import org.oneseal.catalog.events.PackageEdited;
import org.oneseal.catalog.events.PackageEffective;
import org.oneseal.catalog.events.PackagePublished;
import org.oneseal.catalog.events.PackageState;
import org.oneseal.catalog.events.PackageWithdrawn;
import org.oneseal.catalog.guide.Wording;
import org.oneseal.catalog.packages.PackageAnnouncements;
import org.oneseal.catalog.packages.PackageChange;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageDigests;
import org.oneseal.catalog.packages.PackageStatus;
import org.oneseal.catalog.packages.PackageVersion;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.oneseal.platform.worktime.TimeLimit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts packages on their compacted topic and their edits into their history. */
@Component
class PackageTopic implements PackageAnnouncements {

    private static final String PACKAGES = "oneseal.catalog.packages.v1";

    private final Announcements announcements;
    private final Journal journal;
    private final PackageDigests digests;

    PackageTopic(Announcements announcements, Journal journal, PackageDigests digests) {
        this.announcements = announcements;
        this.journal = journal;
        this.digests = digests;
    }

    @Override
    public Chain record(
            ServicePackage before,
            ServicePackage changed,
            Department department,
            Actor actor,
            PackageChange change,
            Instant now) {
        CatalogEvent event = fact(before, changed, department, change);
        return journal.append(
                new Chain("package", changed.code(), changed.version(), changed.chainHead()),
                actor,
                List.of(
                        new Happening(
                                event.type(),
                                now,
                                Placement.of(changed.region().value(), changed.department()),
                                event)));
    }

    private CatalogEvent fact(
            ServicePackage before,
            ServicePackage changed,
            Department department,
            PackageChange change) {
        return switch (change) {
            case PackageChange.DraftEdited edited ->
                    new PackageEdited(
                            changed.code(),
                            edited.draftHash(),
                            edited.action().name(),
                            pointers(before, changed),
                            null);
            case PackageChange.Reviewed(var review) ->
                    new PackageEdited(
                            changed.code(),
                            review.draftHash(),
                            review.state().name(),
                            List.of(),
                            review.reason());
            case PackageChange.Published(var version) ->
                    new PackagePublished(state(changed, version, department));
            case PackageChange.TookEffect(var version, int supersedes) ->
                    new PackageEffective(
                            changed.code(),
                            version.number(),
                            version.effectiveFrom().toString(),
                            supersedes == 0 ? null : supersedes);
            case PackageChange.Withdrawn _ ->
                    new PackageWithdrawn(
                            state(changed, changed.latest().orElseThrow(), department));
        };
    }

    private List<String> pointers(ServicePackage before, ServicePackage changed) {
        return ChangedPlaces.of(
                changed.draft(),
                before.draft(),
                before.latest().map(PackageVersion::content).orElse(null),
                digests::tree);
    }

    @Override
    public void state(
            ServicePackage of, PackageVersion version, Department department, Instant at) {
        PackageState state = state(of, version, department);
        CatalogEvent event =
                of.status() == PackageStatus.WITHDRAWN
                        ? new PackageWithdrawn(state)
                        : new PackagePublished(state);
        String key = of.code() + "@" + version.number();
        announcements.announce(
                List.of(
                        new Announcement(
                                PACKAGES,
                                key,
                                event.type(),
                                key,
                                version.announced(),
                                at,
                                of.region().value(),
                                of.department(),
                                event)));
    }

    private PackageState state(ServicePackage of, PackageVersion version, Department department) {
        PackageContent content = version.content();
        JsonNode guidance = digests.tree(content).get("guidance");
        return new PackageState(
                of.code(),
                version.number(),
                version.hash(),
                of.region().value(),
                of.department(),
                department.name(),
                wording(content.name()),
                content.basis(),
                content.stages().stream()
                        .map(
                                s ->
                                        new PackageState.Stage(
                                                s.code(),
                                                wording(s.name()),
                                                s.lead(),
                                                limit(s.limit())))
                        .toList(),
                content.members().stream().map(PackageTopic::member).toList(),
                content.same().stream().map(PackageTopic::same).toList(),
                guidance,
                of.status().name(),
                of.phase(version).name(),
                version.effectiveFrom().toString(),
                of.statusReason(),
                version.publishedAt().toString());
    }

    private static PackageState.Member member(PackageContent.Member member) {
        return new PackageState.Member(
                member.item(),
                member.stage(),
                member.after().stream()
                        .map(l -> new PackageState.Link(l.item(), l.result(), l.material()))
                        .toList());
    }

    private static PackageState.SameMaterial same(PackageContent.SameMaterial same) {
        return new PackageState.SameMaterial(
                same.name(),
                same.materials().stream()
                        .map(m -> new PackageState.MaterialRef(m.item(), m.material()))
                        .toList());
    }

    private static PackageState.Wording wording(Wording wording) {
        return new PackageState.Wording(wording.zh(), wording.en());
    }

    private static PackageState.@Nullable Limit limit(@Nullable TimeLimit limit) {
        return limit == null ? null : new PackageState.Limit(limit.amount(), limit.unit().name());
    }
}

package org.oneseal.catalog.packages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a package over as it stands elsewhere: the versions that are missing here are published in
 * their order, through the same checks. Works within the caller's transaction, which is to be
 * rolled back where there are objections.
 */
@Component
public class TakePackage {

    private final Packages packages;
    private final Departments departments;
    private final PackageDesk desk;
    private final PackageDigests digests;
    private final PublishPackage publish;

    TakePackage(
            Packages packages,
            Departments departments,
            PackageDesk desk,
            PackageDigests digests,
            PublishPackage publish) {
        this.packages = packages;
        this.departments = departments;
        this.desk = desk;
        this.digests = digests;
        this.publish = publish;
    }

    /**
     * A package as it stands elsewhere.
     *
     * @param versions the one that is offered and those planned
     * @param withdrawn why it was withdrawn, null while it is offered
     */
    public record Coming(
            String code,
            RegionCode region,
            String department,
            List<Version> versions,
            @Nullable String withdrawn) {

        public Coming {
            versions = List.copyOf(versions);
        }
    }

    /** One of its versions. */
    public record Version(PackageContent content, LocalDate effectiveFrom) {}

    /**
     * What came of it.
     *
     * @param before as it was here
     * @param after as it is here; empty where it was neither here nor is to be
     */
    public record Taken(
            Optional<ServicePackage> before,
            Optional<ServicePackage> after,
            List<Objection> objections) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(Coming coming, Actor actor, Instant now) {
        return new Taking(coming, actor, now).take();
    }

    private final class Taking {

        private final Coming coming;
        private final Actor actor;
        private final Instant now;
        private final List<Objection> objections = new ArrayList<>();
        private Optional<ServicePackage> known;

        Taking(Coming coming, Actor actor, Instant now) {
            this.coming = coming;
            this.actor = actor;
            this.now = now;
            this.known = packages.find(coming.code());
        }

        Taken take() {
            Optional<ServicePackage> before = known;
            if (departments.find(coming.department()).isEmpty()) {
                objections.add(Objection.of("department-unknown", coming.department()));
            }
            before.ifPresent(this::fits);
            if (before.isPresent() || coming.withdrawn() == null) {
                for (Version version : coming.versions()) {
                    if (objections.isEmpty()) publish(version);
                }
                withdraw();
            }
            return new Taken(before, known, List.copyOf(objections));
        }

        private void fits(ServicePackage here) {
            if (!here.region().equals(coming.region())
                    || !here.department().equals(coming.department())) {
                objections.add(Objection.of("package-elsewhere", coming.code()));
            }
            if (here.draft() != null) {
                objections.add(Objection.of("package-being-edited", coming.code()));
            }
        }

        private void publish(Version version) {
            boolean here =
                    known.stream()
                            .flatMap(p -> p.versions().stream())
                            .anyMatch(v -> v.content().equals(version.content()));
            if (here) return;
            store(drafted(version.content()));
            if (!objections.isEmpty()) return;
            LocalDate today = ItemDesk.today(now);
            LocalDate from =
                    version.effectiveFrom().isBefore(today) ? today : version.effectiveFrom();
            store(publish.trial(known.orElseThrow(), from, now));
        }

        private PackageOutcome drafted(PackageContent content) {
            if (known.isPresent()) return known.get().edit(content, digests);
            PackageOutcome.Done begun =
                    ServicePackage.begin(
                            coming.code(), coming.region(), coming.department(), content, digests);
            known = Optional.of(begun.servicePackage());
            return begun;
        }

        private void withdraw() {
            String reason = coming.withdrawn();
            if (reason == null || known.isEmpty() || !objections.isEmpty()) return;
            if (known.get().status() == PackageStatus.WITHDRAWN) return;
            store(known.get().withdraw(reason.isBlank() ? "—" : reason));
        }

        private void store(PackageOutcome outcome) {
            switch (desk.store(known.orElseThrow(), actor, now, outcome)) {
                case PackageOutcome.Done(var done, _) -> known = Optional.of(done);
                case PackageOutcome.Objected(var why) -> objections.addAll(why);
                case PackageOutcome.NotNow(var why) -> objections.addAll(why);
            }
        }
    }
}

package org.oneseal.catalog.packages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a package over as it stands elsewhere: the versions that are missing here are published in
 * their order, through the same checks; where another person is to review them first, the first is
 * left as a draft and the others come when that is published. Works within the caller's
 * transaction, which is to be rolled back where there are objections.
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
     * @param waiting days from which the versions count that wait
     * @param objections what stands against it, or against its draft that waits
     */
    public record Taken(
            Optional<ServicePackage> before,
            Optional<ServicePackage> after,
            List<LocalDate> waiting,
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
        private final List<Objection> sentBack = new ArrayList<>();
        private final List<LocalDate> waiting = new ArrayList<>();
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
            boolean never = before.map(p -> p.versions().isEmpty()).orElse(true);
            if (never && coming.withdrawn() != null) {
                return new Taken(before, known, List.of(), List.copyOf(objections));
            }
            before.ifPresent(this::fits);
            for (Version version : coming.versions()) {
                if (objections.isEmpty()) publish(version);
            }
            withdraw();
            boolean waits = objections.isEmpty() && !waiting.isEmpty();
            return new Taken(
                    before,
                    known,
                    waits ? List.copyOf(waiting) : List.of(),
                    List.copyOf(waits ? sentBack : objections));
        }

        private void fits(ServicePackage here) {
            if (!here.region().equals(coming.region())
                    || !here.department().equals(coming.department())) {
                objections.add(Objection.of("package-elsewhere", coming.code()));
            }
            if (here.draft() != null && !left(here)) {
                objections.add(Objection.of("package-being-edited", coming.code()));
            }
        }

        /** Whether its draft is what was taken over before and waits. */
        private boolean left(ServicePackage here) {
            return coming.withdrawn() == null
                    && coming.versions().stream()
                            .filter(version -> !here.has(version.content()))
                            .findFirst()
                            .filter(next -> next.content().equals(here.draft()))
                            .filter(next -> reviewed(here, next))
                            .isPresent();
        }

        private boolean reviewed(ServicePackage here, Version version) {
            return publish.reviews(here, from(version), now).separate();
        }

        private LocalDate from(Version version) {
            return EffectiveDay.soonest(version.effectiveFrom(), ItemDesk.today(now));
        }

        private void publish(Version version) {
            if (known.filter(p -> p.has(version.content())).isPresent()) return;
            // What is withdrawn there needs nobody's review here.
            if (coming.withdrawn() != null && reviewed(known.orElseThrow(), version)) return;
            if (known.filter(p -> p.draft() != null).isPresent()) {
                await(version, known.get());
                return;
            }
            store(drafted(version.content()));
            if (!objections.isEmpty()) return;
            ServicePackage draft = known.orElseThrow();
            PackageOutcome outcome = publish.trial(draft, from(version), now);
            if (outcome instanceof PackageOutcome.NotNow && reviewed(draft, version)) {
                waiting.add(version.effectiveFrom());
            } else {
                store(outcome);
            }
        }

        /** There is one draft at a time: what follows waits behind it. */
        private void await(Version version, ServicePackage here) {
            Review given = here.review();
            if (waiting.isEmpty()
                    && given != null
                    && given.rejects(digests.of(version.content()))) {
                sentBack.add(Objection.of("draft-rejected", coming.code()));
            }
            waiting.add(version.effectiveFrom());
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

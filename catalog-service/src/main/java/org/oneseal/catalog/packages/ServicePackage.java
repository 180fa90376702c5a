package org.oneseal.catalog.packages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.VersionPhase;
import org.oneseal.catalog.items.Versioned;
import org.oneseal.catalog.packages.PackageChange.Action;
import org.oneseal.catalog.packages.PackageChange.DraftEdited;
import org.oneseal.catalog.packages.PackageChange.Published;
import org.oneseal.catalog.packages.PackageChange.Reviewed;
import org.oneseal.catalog.packages.PackageChange.TookEffect;
import org.oneseal.catalog.packages.PackageChange.Withdrawn;
import org.oneseal.catalog.packages.PackageOutcome.Done;
import org.oneseal.catalog.packages.PackageOutcome.NotNow;
import org.oneseal.catalog.packages.PackageOutcome.Objected;
import org.oneseal.catalog.reviewing.EditorialState;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.catalog.reviewing.ReviewRule;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * A package (一件事): a draft, the versions published from it, and whether it is offered. Every method
 * answers with a new package or with objections.
 *
 * @param department code of the department that answers for it
 * @param statusReason why it was withdrawn, null otherwise
 * @param draft null when nothing is being edited
 * @param review what was last said of the draft, null until somebody reviews it as it stands
 * @param versions published ones, oldest first
 * @param governing number of the version that governs since the last turn of a day, 0 for none
 * @param version of the aggregate, one a history entry
 */
public record ServicePackage(
        String code,
        RegionCode region,
        String department,
        PackageStatus status,
        @Nullable String statusReason,
        @Nullable PackageContent draft,
        @Nullable Review review,
        List<PackageVersion> versions,
        int governing,
        long version,
        String chainHead)
        implements Versioned<PackageVersion> {

    public ServicePackage {
        versions = List.copyOf(versions);
    }

    /** A package nobody has heard of yet. */
    static Done begin(
            String code,
            RegionCode region,
            String department,
            PackageContent content,
            PackageDigests digests) {
        ServicePackage begun =
                new ServicePackage(
                        code,
                        region,
                        department,
                        PackageStatus.DRAFT,
                        null,
                        content,
                        null,
                        List.of(),
                        0,
                        0,
                        "");
        return new Done(begun, new DraftEdited(Action.DRAFTED, digests.of(content)));
    }

    /** The version that is offered on a day, as far as it was planned. */
    public Optional<PackageVersion> offered(LocalDate day) {
        return status == PackageStatus.WITHDRAWN ? Optional.empty() : reached(day);
    }

    /** Whether it has been published with that very content. */
    boolean has(PackageContent content) {
        return versions.stream().anyMatch(v -> v.content().equals(content));
    }

    /** How far the draft has come; null where there is none. */
    public @Nullable EditorialState editorialState() {
        return draft == null ? null : Review.state(review);
    }

    /** First day on which another version takes over. */
    public Optional<LocalDate> nextSwitch() {
        if (status == PackageStatus.WITHDRAWN) return Optional.empty();
        return versions.stream()
                .filter(v -> v.number() > governing)
                .map(PackageVersion::effectiveFrom)
                .min(LocalDate::compareTo);
    }

    /** What a version is now: not yet, governing, or no longer. */
    public VersionPhase phase(PackageVersion of) {
        if (of.number() > governing) return VersionPhase.PLANNED;
        return of.number() == governing ? VersionPhase.GOVERNING : VersionPhase.SUPERSEDED;
    }

    PackageOutcome edit(PackageContent content, PackageDigests digests) {
        if (status == PackageStatus.WITHDRAWN) return over();
        Action action = draft == null ? Action.DRAFTED : Action.CHANGED;
        return new Done(
                with(status, statusReason, content, null, versions, governing),
                new DraftEdited(action, digests.of(content)));
    }

    PackageOutcome discardDraft(PackageDigests digests) {
        if (draft == null) return NotNow.because(Objection.of("package-without-draft", code));
        if (versions.isEmpty()) {
            return NotNow.because(Objection.of("package-never-published", code));
        }
        return new Done(
                with(status, statusReason, null, null, versions, governing),
                new DraftEdited(Action.DISCARDED, digests.of(draft)));
    }

    /**
     * Signs the draft as fit to be published, or sends it back (审定, 审核驳回).
     *
     * @param checked what the checks found in it
     */
    PackageOutcome review(
            Verdict verdict, ReviewRule rule, List<Objection> checked, PackageDigests digests) {
        if (status == PackageStatus.WITHDRAWN) return over();
        PackageContent content = draft;
        if (content == null) return NotNow.because(Objection.of("package-without-draft", code));
        List<Objection> objections = new ArrayList<>(rule.against(verdict));
        if (verdict.passed()) {
            objections.addAll(checked);
            unchanged(content).ifPresent(objections::add);
        }
        if (!objections.isEmpty()) return new Objected(objections);
        Review given = Review.of(verdict, digests.of(content));
        return new Done(
                with(status, statusReason, content, given, versions, governing),
                new Reviewed(given));
    }

    /**
     * Makes the draft the next version.
     *
     * @param checked what the checks found in it
     * @param rule what is asked of reviews where it is
     * @param effectiveFrom first day, today or later
     */
    PackageOutcome publish(
            List<Objection> checked,
            ReviewRule rule,
            PackageDigests digests,
            LocalDate effectiveFrom,
            LocalDate today,
            Instant now) {
        if (status == PackageStatus.WITHDRAWN) return over();
        PackageContent content = draft;
        if (content == null) return NotNow.because(Objection.of("package-without-draft", code));
        List<Objection> objections = new ArrayList<>(checked);
        Optional<PackageVersion> before = latest();
        objections.addAll(
                EffectiveDay.against(
                        effectiveFrom,
                        today,
                        before.map(PackageVersion::effectiveFrom).orElse(null)));
        unchanged(content).ifPresent(objections::add);
        if (!objections.isEmpty()) return new Objected(objections);
        String hash = digests.of(content);
        Optional<Objection> unreviewed = rule.unreviewed(review, hash, code);
        if (unreviewed.isPresent()) return NotNow.because(unreviewed.get());
        PackageVersion published =
                new PackageVersion(
                        before.map(PackageVersion::number).orElse(0) + 1,
                        content,
                        hash,
                        effectiveFrom,
                        now,
                        0);
        List<PackageVersion> all = new ArrayList<>(versions);
        all.add(published);
        int governs = effectiveFrom.equals(today) ? published.number() : governing;
        return new Done(
                with(PackageStatus.IN_FORCE, statusReason, null, null, all, governs),
                new Published(published));
    }

    private Optional<Objection> unchanged(PackageContent content) {
        return latest().filter(last -> last.content().equals(content))
                .map(last -> Objection.of("package-unchanged", String.valueOf(last.number())));
    }

    /** The planned day of a version has come. */
    PackageOutcome takeEffect(LocalDate today) {
        PackageVersion reached = reached(today).orElse(null);
        if (reached == null || reached.number() == governing || status != PackageStatus.IN_FORCE) {
            return NotNow.because(Objection.of("package-takes-nothing", code, today.toString()));
        }
        return new Done(
                with(status, statusReason, draft, review, versions, reached.number()),
                new TookEffect(reached, governing));
    }

    /** Ends it for ever; the items in it go on by themselves. */
    PackageOutcome withdraw(String reason) {
        if (status == PackageStatus.WITHDRAWN) return over();
        if (status == PackageStatus.DRAFT) {
            return NotNow.because(Objection.of("package-never-published", code));
        }
        if (reason.isBlank()) {
            return new Objected(List.of(Objection.of("reason-missing").at("/reason")));
        }
        return new Done(
                with(PackageStatus.WITHDRAWN, reason.strip(), null, null, versions, governing),
                new Withdrawn(reason.strip()));
    }

    /** Counts the announcements that are due, now that the package was {@code before}. */
    ServicePackage announcedSince(ServicePackage before) {
        return with(
                status,
                statusReason,
                draft,
                review,
                versions.stream().map(v -> isNews(before, v) ? v.announcedAgain() : v).toList(),
                governing);
    }

    /** Whether what the other services know of a version differs from what it was. */
    boolean isNews(ServicePackage before, PackageVersion of) {
        return of.number() > before.versions.size()
                || status != before.status
                || !Objects.equals(statusReason, before.statusReason)
                || phase(of) != before.phase(of);
    }

    ServicePackage at(long sequence, String head) {
        return new ServicePackage(
                code,
                region,
                department,
                status,
                statusReason,
                draft,
                review,
                versions,
                governing,
                sequence,
                head);
    }

    private ServicePackage with(
            PackageStatus next,
            @Nullable String reason,
            @Nullable PackageContent content,
            @Nullable Review given,
            List<PackageVersion> all,
            int governs) {
        return new ServicePackage(
                code,
                region,
                department,
                next,
                reason,
                content,
                given,
                all,
                governs,
                version,
                chainHead);
    }

    private NotNow over() {
        return NotNow.because(Objection.of("package-withdrawn", code));
    }
}

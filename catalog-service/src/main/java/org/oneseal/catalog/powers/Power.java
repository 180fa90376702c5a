package org.oneseal.catalog.powers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.ItemChange.Action;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.Versioned;
import org.oneseal.catalog.powers.PowerChange.DraftEdited;
import org.oneseal.catalog.powers.PowerOutcome.Done;
import org.oneseal.catalog.powers.PowerOutcome.NotNow;
import org.oneseal.catalog.powers.PowerOutcome.Objected;
import org.oneseal.catalog.reviewing.EditorialState;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.catalog.reviewing.ReviewRule;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * A power as one body exercises it (职权事项). Every method answers with a new power or with
 * objections; how it stands on a day follows from its dates, so nothing has to be done at midnight.
 *
 * @param code implementation code of a type that nobody applies for
 * @param draft null when nothing is being edited
 * @param versions published ones, oldest first
 * @param version of the aggregate, one a history entry
 * @param chainHead end of its history
 */
public record Power(
        String code,
        RegionCode region,
        String department,
        @Nullable Draft draft,
        List<PowerVersion> versions,
        Standing standing,
        long version,
        String chainHead)
        implements Versioned<PowerVersion> {

    /**
     * What is being edited.
     *
     * @param review what was last said of it, null until somebody reviews it as it stands
     */
    public record Draft(PowerContent content, @Nullable Review review) {

        public EditorialState state() {
            return Review.state(review);
        }
    }

    /**
     * What keeps it from being exercised.
     *
     * @param suspended why it is suspended, null while it is not
     * @param cancelled why it has ended or will end, null otherwise
     * @param cancelledFrom first day without it, planned or past
     */
    public record Standing(
            @Nullable String suspended,
            @Nullable String cancelled,
            @Nullable LocalDate cancelledFrom) {

        static final Standing FREE = new Standing(null, null, null);

        boolean overOn(LocalDate day) {
            return cancelledFrom != null && !day.isBefore(cancelledFrom);
        }

        private Standing suspendedFor(@Nullable String reason) {
            return new Standing(reason, cancelled, cancelledFrom);
        }
    }

    /** What publishing meets besides the state of the power. */
    record Checked(List<Objection> objections, ReviewRule reviews) {}

    public Power {
        versions = List.copyOf(versions);
    }

    /** A power nobody has heard of yet. */
    static Done begin(
            String code,
            RegionCode region,
            String department,
            PowerContent content,
            PowerDigests digests) {
        Power begun =
                new Power(
                        code,
                        region,
                        department,
                        new Draft(content, null),
                        List.of(),
                        Standing.FREE,
                        0,
                        "");
        return new Done(begun, new DraftEdited(Action.DRAFTED, digests.of(content)));
    }

    /** Its name in the history, where an item's draft may have the same code. */
    public static String evidence(String code) {
        return "power/" + code;
    }

    public ItemStatus status(LocalDate day) {
        if (versions.isEmpty()) return ItemStatus.DRAFT;
        if (standing.overOn(day)) return ItemStatus.CANCELLED;
        return standing.suspended() == null ? ItemStatus.IN_FORCE : ItemStatus.SUSPENDED;
    }

    /** The version that stands in the list on a day: the highest whose first day is reached. */
    public Optional<PowerVersion> governing(LocalDate day) {
        return standing.overOn(day) ? Optional.empty() : reached(day);
    }

    PowerOutcome edit(PowerContent content, PowerDigests digests, LocalDate today) {
        if (standing.overOn(today)) return over();
        Action action = draft == null ? Action.DRAFTED : Action.CHANGED;
        return new Done(
                with(new Draft(content, null)), new DraftEdited(action, digests.of(content)));
    }

    PowerOutcome discardDraft(PowerDigests digests) {
        Draft thrown = draft;
        if (thrown == null) return withoutDraft();
        if (versions.isEmpty()) return neverPublished();
        return new Done(
                with((Draft) null),
                new DraftEdited(Action.DISCARDED, digests.of(thrown.content())));
    }

    /** Signs the draft as fit to be published, or sends it back (审定, 审核驳回). */
    PowerOutcome review(Verdict verdict, Checked checked, PowerDigests digests, LocalDate today) {
        if (standing.overOn(today)) return over();
        Draft reviewed = draft;
        if (reviewed == null) return withoutDraft();
        List<Objection> objections = new ArrayList<>(checked.reviews().against(verdict));
        if (verdict.passed()) objections.addAll(against(reviewed.content(), checked));
        if (!objections.isEmpty()) return new Objected(objections);
        Review given = Review.of(verdict, digests.of(reviewed.content()));
        return new Done(
                with(new Draft(reviewed.content(), given)), new PowerChange.Reviewed(given));
    }

    /**
     * Makes the draft the next version.
     *
     * @param from first day of it, today or later
     */
    PowerOutcome publish(
            Checked checked, PowerDigests digests, LocalDate from, LocalDate today, Instant now) {
        if (standing.overOn(today)) return over();
        Draft fit = draft;
        if (fit == null) return withoutDraft();
        List<Objection> objections = new ArrayList<>(against(fit.content(), checked));
        LocalDate last = latest().map(PowerVersion::effectiveFrom).orElse(null);
        objections.addAll(EffectiveDay.against(from, today, last, standing.cancelledFrom()));
        if (!objections.isEmpty()) return new Objected(objections);
        String hash = digests.of(fit.content());
        Optional<Objection> unreviewed = checked.reviews().unreviewed(fit.review(), hash, code);
        if (unreviewed.isPresent()) return NotNow.because(unreviewed.get());
        PowerVersion next = new PowerVersion(versions.size() + 1, fit.content(), hash, from, now);
        List<PowerVersion> all = new ArrayList<>(versions);
        all.add(next);
        return new Done(
                new Power(code, region, department, null, all, standing, version, chainHead),
                new PowerChange.Published(next));
    }

    private List<Objection> against(PowerContent content, Checked checked) {
        List<Objection> objections = new ArrayList<>(checked.objections());
        latest().filter(last -> last.content().equals(content))
                .map(last -> Objection.of("item-unchanged", String.valueOf(last.number())))
                .ifPresent(objections::add);
        return objections;
    }

    PowerOutcome suspend(String reason, LocalDate today) {
        if (status(today) != ItemStatus.IN_FORCE) {
            return NotNow.because(Objection.of("item-not-in-force", code));
        }
        if (reason.isBlank()) return new Objected(List.of(withoutReason()));
        return new Done(with(standing.suspendedFor(reason.strip())), new PowerChange.Suspended());
    }

    PowerOutcome resume(LocalDate today) {
        if (status(today) != ItemStatus.SUSPENDED) {
            return NotNow.because(Objection.of("item-not-suspended", code));
        }
        return new Done(with(standing.suspendedFor(null)), new PowerChange.Resumed());
    }

    /**
     * Ends it for ever; another day may be set until the first one has come.
     *
     * @param from first day without it, today or later
     */
    PowerOutcome cancel(LocalDate from, String reason, LocalDate today) {
        if (standing.overOn(today)) return over();
        if (versions.isEmpty()) return neverPublished();
        List<Objection> objections = new ArrayList<>();
        if (reason.isBlank()) objections.add(withoutReason());
        if (from.isBefore(today)) {
            objections.add(Objection.of("cancellation-in-the-past", from.toString()).at("/from"));
        }
        if (!objections.isEmpty()) return new Objected(objections);
        return new Done(
                with(new Standing(standing.suspended(), reason.strip(), from)),
                new PowerChange.Cancelled());
    }

    Power at(long sequence, String head) {
        return new Power(code, region, department, draft, versions, standing, sequence, head);
    }

    private Power with(@Nullable Draft other) {
        return new Power(code, region, department, other, versions, standing, version, chainHead);
    }

    private Power with(Standing other) {
        return new Power(code, region, department, draft, versions, other, version, chainHead);
    }

    private NotNow over() {
        return NotNow.because(Objection.of("item-cancelled", code));
    }

    private NotNow withoutDraft() {
        return NotNow.because(Objection.of("item-without-draft", code));
    }

    private NotNow neverPublished() {
        return NotNow.because(Objection.of("item-never-published", code));
    }

    private static Objection withoutReason() {
        return Objection.of("reason-missing").at("/reason");
    }
}

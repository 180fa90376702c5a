package org.oneseal.catalog.items;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemChange.Action;
import org.oneseal.catalog.items.ItemChange.CancellationPlanned;
import org.oneseal.catalog.items.ItemChange.Cancelled;
import org.oneseal.catalog.items.ItemChange.DraftEdited;
import org.oneseal.catalog.items.ItemChange.Origin;
import org.oneseal.catalog.items.ItemChange.Published;
import org.oneseal.catalog.items.ItemChange.Resumed;
import org.oneseal.catalog.items.ItemChange.Reviewed;
import org.oneseal.catalog.items.ItemChange.Suspended;
import org.oneseal.catalog.items.ItemChange.TookEffect;
import org.oneseal.catalog.items.ItemOutcome.Done;
import org.oneseal.catalog.items.ItemOutcome.NotNow;
import org.oneseal.catalog.items.ItemOutcome.Objected;
import org.oneseal.catalog.reviewing.EditorialState;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * An item as one department runs it (实施清单): a draft, the versions published from it, and whether it
 * takes new cases. Every method answers with a new item or with objections.
 *
 * @param code implementation code, checked when it is published
 * @param standing whether it takes new cases, and why not
 * @param draft null when nothing is being edited
 * @param review what was last said of the draft, null until somebody reviews it as it stands
 * @param versions published ones, oldest first
 * @param governing number of the version that governs intake since the last turn of a day, 0 for
 *     none
 * @param version of the aggregate, one a history entry
 * @param chainHead end of its history
 */
public record Item(
        String code,
        RegionCode region,
        String department,
        Standing standing,
        @Nullable ItemContent draft,
        @Nullable Review review,
        List<ItemVersion> versions,
        int governing,
        long version,
        String chainHead)
        implements Versioned<ItemVersion> {

    public Item {
        versions = List.copyOf(versions);
    }

    /** An item nobody has heard of yet. */
    public static Done begin(
            String code,
            RegionCode region,
            String department,
            ItemContent content,
            Origin origin,
            Fingerprints fingerprints) {
        Item item =
                new Item(
                        code,
                        region,
                        department,
                        Standing.UNPUBLISHED,
                        content,
                        null,
                        List.of(),
                        0,
                        0,
                        "");
        return Done.of(item, new DraftEdited(Action.DRAFTED, origin, fingerprints.of(content)));
    }

    /** The version that governs intake on a day: the highest whose first day is reached. */
    public Optional<ItemVersion> governing(LocalDate day) {
        return reached(day);
    }

    /** The version under which cases are taken in on a day, as far as it was planned. */
    public Optional<ItemVersion> intake(LocalDate day) {
        return standing.takesCases(day) ? governing(day) : Optional.empty();
    }

    public ItemStatus status() {
        return standing.status();
    }

    public @Nullable String suspensionReason() {
        return standing.suspensionReason();
    }

    public @Nullable String cancellationReason() {
        return standing.cancellationReason();
    }

    public @Nullable LocalDate cancelledFrom() {
        return standing.cancelledFrom();
    }

    /** Why it stands as it does: what stops intake now, before that what will end it. */
    public @Nullable String statusReason() {
        return standing.reason();
    }

    /** How far the draft has come; null where there is none. */
    public @Nullable EditorialState editorialState() {
        return draft == null ? null : Review.state(review);
    }

    public ItemOutcome edit(ItemContent content, Origin origin, Fingerprints fingerprints) {
        if (standing.isOver()) return cancelledAlready();
        Action action = draft == null ? Action.DRAFTED : Action.CHANGED;
        return Done.of(
                withDraft(content), new DraftEdited(action, origin, fingerprints.of(content)));
    }

    public ItemOutcome discardDraft(Fingerprints fingerprints) {
        if (draft == null) return NotNow.because(Objection.of("item-without-draft", code));
        if (versions.isEmpty()) return NotNow.because(Objection.of("item-never-published", code));
        return Done.of(
                withDraft(null),
                new DraftEdited(Action.DISCARDED, Origin.EDITOR, fingerprints.of(draft)));
    }

    /** Signs the draft as fit to be published, or sends it back (审定, 审核驳回). */
    public ItemOutcome review(
            Verdict verdict, PublicationChecks checks, Fingerprints fingerprints) {
        if (standing.isOver()) return cancelledAlready();
        ItemContent content = draft;
        if (content == null) return NotNow.because(Objection.of("item-without-draft", code));
        Review given = Review.of(verdict, fingerprints.of(content));
        List<Objection> objections = new ArrayList<>(checks.reviews().against(verdict));
        if (verdict.passed()) objections.addAll(standingAgainst(content, checks));
        if (!objections.isEmpty()) return new Objected(objections);
        return Done.of(reviewed(given), new Reviewed(given));
    }

    /**
     * Makes the draft the next version.
     *
     * @param effectiveFrom first day of intake under it, today or later
     */
    public ItemOutcome publish(
            PublicationChecks checks,
            Fingerprints fingerprints,
            LocalDate effectiveFrom,
            LocalDate today,
            Instant now) {
        if (standing.isOver()) return cancelledAlready();
        ItemContent content = draft;
        if (content == null) return NotNow.because(Objection.of("item-without-draft", code));
        List<Objection> objections = new ArrayList<>(standingAgainst(content, checks));
        Optional<ItemVersion> before = latest();
        objections.addAll(
                EffectiveDay.against(
                        effectiveFrom,
                        today,
                        before.map(ItemVersion::effectiveFrom).orElse(null),
                        cancelledFrom()));
        if (!objections.isEmpty()) return new Objected(objections);
        String hash = fingerprints.of(content);
        Optional<Objection> unreviewed = checks.reviews().unreviewed(review, hash, code);
        if (unreviewed.isPresent()) return NotNow.because(unreviewed.get());
        ItemVersion published =
                new ItemVersion(
                        before.map(ItemVersion::number).orElse(0) + 1,
                        content,
                        hash,
                        effectiveFrom,
                        now,
                        0);
        Item item = with(standing.published()).withDraft(null).with(published);
        if (effectiveFrom.equals(today)) item = item.governedBy(published.number());
        return new Done(
                item, List.of(new Published(published)), checks.remarks(content, effectiveFrom));
    }

    private List<Objection> standingAgainst(ItemContent content, PublicationChecks checks) {
        List<Objection> objections = new ArrayList<>(checks.objections(this, content));
        latest().filter(last -> last.content().equals(content))
                .map(last -> Objection.of("item-unchanged", String.valueOf(last.number())))
                .ifPresent(objections::add);
        return objections;
    }

    /** What a version is to intake now: not yet, now, or no longer. */
    public VersionPhase phase(ItemVersion of) {
        if (of.number() == governing) return VersionPhase.GOVERNING;
        return of.number() > governing ? VersionPhase.PLANNED : VersionPhase.SUPERSEDED;
    }

    /** The next day on which another version begins to govern; empty where none is planned. */
    public Optional<LocalDate> nextSwitch() {
        return planned().map(ItemVersion::effectiveFrom).min(Comparator.naturalOrder());
    }

    /** A day has begun: the versions planned for it or for a day missed before take effect. */
    public ItemOutcome takeEffect(LocalDate today) {
        List<ItemVersion> due = planned().filter(v -> !v.effectiveFrom().isAfter(today)).toList();
        if (due.isEmpty()) return NotNow.because(Objection.of("item-without-plan", code));
        List<ItemChange> changes = new ArrayList<>();
        int before = governing;
        for (ItemVersion version : due) {
            changes.add(new TookEffect(version, before));
            before = version.number();
        }
        return new Done(governedBy(before), changes, List.of());
    }

    private Stream<ItemVersion> planned() {
        if (standing.isOver()) return Stream.empty();
        return versions.stream()
                .filter(v -> v.number() > governing)
                .filter(v -> !standing.endedBy(v.effectiveFrom()));
    }

    public ItemOutcome suspend(String reason) {
        if (status() != ItemStatus.IN_FORCE) return notInForce();
        if (reason.isBlank()) return new Objected(List.of(withoutReason()));
        return Done.of(with(standing.suspended(reason.strip())), new Suspended(reason.strip()));
    }

    public ItemOutcome resume() {
        if (status() != ItemStatus.SUSPENDED) {
            return NotNow.because(Objection.of("item-not-suspended", code));
        }
        return Done.of(with(standing.resumed()), new Resumed());
    }

    /**
     * Ends intake for ever.
     *
     * @param from first day without it, today or later
     */
    public ItemOutcome cancel(LocalDate from, String reason, LocalDate today) {
        if (standing.isOver()) return cancelledAlready();
        if (status() == ItemStatus.DRAFT) {
            return NotNow.because(Objection.of("item-never-published", code));
        }
        List<Objection> objections = new ArrayList<>();
        if (reason.isBlank()) objections.add(withoutReason());
        if (from.isBefore(today)) {
            objections.add(Objection.of("cancellation-in-the-past", from.toString()).at("/from"));
        }
        if (!objections.isEmpty()) return new Objected(objections);
        String why = reason.strip();
        if (from.isAfter(today)) {
            return Done.of(with(standing.endingFrom(from, why)), new CancellationPlanned(why));
        }
        return Done.of(with(standing.endedFrom(from, why)), new Cancelled(why));
    }

    /** The planned day has come. */
    public ItemOutcome reachCancellation(LocalDate today) {
        LocalDate from = cancelledFrom();
        if (from == null || from.isAfter(today) || standing.isOver()) return notInForce();
        String why = Objects.requireNonNullElse(cancellationReason(), "");
        return Done.of(with(standing.endedFrom(from, why)), new Cancelled(why));
    }

    /** Counts the announcements that are due, now that the item was {@code before}. */
    Item announcedSince(Item before) {
        return with(
                versions.stream().map(v -> isNews(before, v) ? v.announcedAgain() : v).toList());
    }

    /** Whether what the other services know of a version differs from what it was. */
    boolean isNews(Item before, ItemVersion of) {
        return of.number() > before.versions.size()
                || !standing.equals(before.standing)
                || phase(of) != before.phase(of);
    }

    Item at(long sequence, String head) {
        return new Item(
                code,
                region,
                department,
                standing,
                draft,
                review,
                versions,
                governing,
                sequence,
                head);
    }

    private Item with(Standing next) {
        return saying(next, draft, review, versions, governing);
    }

    private Item withDraft(@Nullable ItemContent content) {
        return saying(standing, content, null, versions, governing);
    }

    private Item reviewed(Review given) {
        return saying(standing, draft, given, versions, governing);
    }

    private Item with(ItemVersion published) {
        List<ItemVersion> all = new ArrayList<>(versions);
        all.add(published);
        return with(all);
    }

    private Item with(List<ItemVersion> all) {
        return saying(standing, draft, review, all, governing);
    }

    private Item governedBy(int number) {
        return saying(standing, draft, review, versions, number);
    }

    private Item saying(
            Standing stands,
            @Nullable ItemContent content,
            @Nullable Review given,
            List<ItemVersion> all,
            int governs) {
        return new Item(
                code, region, department, stands, content, given, all, governs, version, chainHead);
    }

    private NotNow cancelledAlready() {
        return NotNow.because(Objection.of("item-cancelled", code));
    }

    private NotNow notInForce() {
        return NotNow.because(Objection.of("item-not-in-force", code));
    }

    private static Objection withoutReason() {
        return Objection.of("reason-missing").at("/reason");
    }
}

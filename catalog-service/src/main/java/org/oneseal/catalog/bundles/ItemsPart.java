package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.ContentTrees;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.items.Differences;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemChange.Origin;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.items.PublicationChecks;
import org.oneseal.catalog.publishing.PublishChecks;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The items with the version in force and those planned. Older versions stay where cases ran under
 * them. An item that is suspended here is not resumed by a bundle: somebody here had a reason.
 * Where another person than the editor reviews, a version is left as a draft: who signed it
 * elsewhere does not answer for it here.
 */
@Component
class ItemsPart implements BundlePart {

    private static final String NAME = "items";

    private final Items items;
    private final Departments departments;
    private final ItemDesk desk;
    private final Fingerprints fingerprints;
    private final PublishChecks checks;
    private final ContentTrees trees;
    private final Json json;

    ItemsPart(
            Items items,
            Departments departments,
            ItemDesk desk,
            Fingerprints fingerprints,
            PublishChecks checks,
            ContentTrees trees,
            Json json) {
        this.items = items;
        this.departments = departments;
        this.desk = desk;
        this.fingerprints = fingerprints;
        this.checks = checks;
        this.trees = trees;
        this.json = json;
    }

    /** An item as it travels. */
    record Line(
            String code,
            String region,
            String department,
            ItemStatus status,
            @Nullable String suspensionReason,
            @Nullable String cancellationReason,
            @Nullable LocalDate cancelledFrom,
            List<Version> versions) {}

    /** One of its versions. */
    record Version(ItemContent content, LocalDate effectiveFrom) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int rank() {
        return 2;
    }

    @Override
    public List<JsonNode> lines(RegionCode region, Instant now) {
        LocalDate today = ItemDesk.today(now);
        List<JsonNode> lines = new ArrayList<>();
        for (String code : items.publishedWithin(region)) {
            Item item = items.find(code).orElseThrow();
            int from = item.governing(today).map(ItemVersion::number).orElse(1);
            List<Version> versions =
                    item.versions().stream()
                            .filter(version -> version.number() >= from)
                            .map(version -> new Version(version.content(), version.effectiveFrom()))
                            .toList();
            lines.add(
                    json.mapper()
                            .valueToTree(
                                    new Line(
                                            item.code(),
                                            item.region().value(),
                                            item.department(),
                                            item.status(),
                                            item.suspensionReason(),
                                            item.cancellationReason(),
                                            item.cancelledFrom(),
                                            versions)));
        }
        return lines;
    }

    @Override
    public List<BundleLine> take(
            List<JsonNode> lines, RegionCode region, Actor actor, Instant now) {
        return lines.stream()
                .map(
                        line ->
                                new Taking(json.mapper().treeToValue(line, Line.class), actor, now)
                                        .take(region))
                .toList();
    }

    /** What is done for one item. */
    private final class Taking {

        private final Line line;
        private final Actor actor;
        private final Instant now;
        private final LocalDate today;
        private final List<Objection> objections = new ArrayList<>();
        private final List<LocalDate> waiting = new ArrayList<>();
        private final List<Objection> sentBack = new ArrayList<>();
        private @Nullable Item item;

        Taking(Line line, Actor actor, Instant now) {
            this.line = line;
            this.actor = actor;
            this.now = now;
            this.today = ItemDesk.today(now);
        }

        BundleLine take(RegionCode region) {
            RegionCode where = new RegionCode(line.region());
            Optional<Item> before = items.find(line.code());
            Optional<Department> department = departments.find(line.department());
            String name =
                    line.versions().isEmpty() ? "" : line.versions().getLast().content().name();
            if (!region.contains(where)) {
                objections.add(Objection.of("bundle-region-outside", line.region()));
            }
            if (department.isEmpty()) {
                objections.add(Objection.of("department-unknown", line.department()));
            }
            boolean never = before.map(found -> found.versions().isEmpty()).orElse(true);
            boolean endedUnseen = never && line.status() == ItemStatus.CANCELLED;
            before.ifPresent(found -> fits(found, where));
            if (!endedUnseen) before.ifPresent(this::stays);
            if (!objections.isEmpty()) return refused(name);
            if (endedUnseen) return BundleLine.of(NAME, line.code(), name, Result.SAME);
            item = before.orElse(null);
            for (Version version : line.versions()) {
                if (objections.isEmpty()) publish(version, where, department.get());
            }
            if (objections.isEmpty()) stand();
            if (!objections.isEmpty()) return refused(name);
            return result(before, name);
        }

        private void fits(Item found, RegionCode where) {
            if (!found.region().equals(where) || !found.department().equals(line.department())) {
                objections.add(Objection.of("item-elsewhere", line.code()));
            }
        }

        /**
         * A draft is never overwritten; one that says the same is what a bundle before has left.
         */
        private void stays(Item found) {
            ItemContent draft = found.draft();
            if (draft == null) return;
            boolean same =
                    line.versions().stream()
                            .filter(version -> !published(found, version))
                            .findFirst()
                            .filter(next -> next.content().equals(draft))
                            .filter(next -> checks.of(found, from(next)).reviews().separate())
                            .isPresent();
            if (!same) objections.add(Objection.of("item-being-edited", line.code()));
        }

        private static boolean published(Item found, Version version) {
            return found.versions().stream().anyMatch(v -> v.content().equals(version.content()));
        }

        private LocalDate from(Version version) {
            return EffectiveDay.soonest(version.effectiveFrom(), today);
        }

        private void publish(Version version, RegionCode where, Department department) {
            Item known = item;
            if (known != null && published(known, version)) return;
            PublicationChecks rules = checks.of(where, department, from(version));
            if (rules.reviews().separate() && line.status() == ItemStatus.CANCELLED) return;
            if (!waiting.isEmpty() || (known != null && known.draft() != null)) {
                await(version, rules, known);
                return;
            }
            if (known == null) {
                ItemOutcome.Done begun =
                        Item.begin(
                                line.code(),
                                where,
                                line.department(),
                                version.content(),
                                Origin.IMPORT,
                                fingerprints);
                change(begun.item(), _ -> begun);
            } else {
                change(known, i -> i.edit(version.content(), Origin.IMPORT, fingerprints));
            }
            Item drafted = item;
            if (drafted == null || !objections.isEmpty()) return;
            ItemOutcome outcome =
                    desk.change(
                            drafted,
                            actor,
                            now,
                            i -> i.publish(rules, fingerprints, from(version), today, now));
            if (outcome instanceof ItemOutcome.NotNow && rules.reviews().separate()) {
                waiting.add(version.effectiveFrom());
            } else {
                settle(outcome);
            }
        }

        /** There is one draft at a time: what follows waits behind it. */
        private void await(Version version, PublicationChecks rules, @Nullable Item known) {
            if (waiting.isEmpty() && known != null) {
                Review given = known.review();
                if (given != null && given.rejects(fingerprints.of(version.content()))) {
                    sentBack.add(Objection.of("draft-rejected", line.code()));
                }
            }
            waiting.add(version.effectiveFrom());
        }

        /** Suspended and cancelled as it stands there. */
        private void stand() {
            Item known = item;
            if (known == null || known.versions().isEmpty()) return;
            if (known.status() == ItemStatus.CANCELLED) return;
            LocalDate end = line.cancelledFrom();
            if (end != null && !end.equals(known.cancelledFrom())) {
                LocalDate from = EffectiveDay.soonest(end, today);
                change(known, i -> i.cancel(from, text(line.cancellationReason()), today));
                known = item;
            }
            if (known != null
                    && line.status() == ItemStatus.SUSPENDED
                    && known.status() == ItemStatus.IN_FORCE) {
                change(known, i -> i.suspend(text(line.suspensionReason())));
            }
        }

        private void change(Item from, Function<Item, ItemOutcome> change) {
            settle(desk.change(from, actor, now, change));
        }

        private void settle(ItemOutcome outcome) {
            switch (outcome) {
                case ItemOutcome.Done(var done, _, _) -> item = done;
                case ItemOutcome.Objected(var why) -> objections.addAll(why);
                case ItemOutcome.NotNow(var why) -> objections.addAll(why);
            }
        }

        private BundleLine result(Optional<Item> before, String name) {
            Item after = item;
            if (after == null) return BundleLine.of(NAME, line.code(), name, Result.SAME);
            if (!waiting.isEmpty()) {
                return BundleLine.waiting(NAME, line.code(), name, waiting, sentBack)
                        .differing(before.map(b -> differences(b, after)).orElse(List.of()));
            }
            if (before.isEmpty()) return BundleLine.of(NAME, line.code(), name, Result.NEW);
            if (before.get().version() == after.version()) {
                return BundleLine.of(NAME, line.code(), name, Result.SAME);
            }
            return BundleLine.of(NAME, line.code(), name, Result.CHANGED)
                    .differing(differences(before.get(), after));
        }

        private List<Difference> differences(Item before, Item after) {
            List<Difference> found = new ArrayList<>();
            Optional<ItemContent> said = before.latest().map(ItemVersion::content);
            Optional<ItemContent> says =
                    Optional.ofNullable(after.draft())
                            .or(() -> after.latest().map(ItemVersion::content));
            if (said.isPresent() && says.isPresent()) {
                found.addAll(Differences.between(trees.tree(said.get()), trees.tree(says.get())));
            }
            found.addAll(
                    Differences.between(
                            json.mapper().valueToTree(Standing.of(before)),
                            json.mapper().valueToTree(Standing.of(after))));
            return found;
        }

        private BundleLine refused(String name) {
            return BundleLine.refused(NAME, line.code(), name, List.copyOf(objections));
        }
    }

    /** Whether and until when it takes cases. */
    private record Standing(ItemStatus status, @Nullable LocalDate cancelledFrom) {

        static Standing of(Item item) {
            return new Standing(item.status(), item.cancelledFrom());
        }
    }

    private static String text(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "—" : reason;
    }
}

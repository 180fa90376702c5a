package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.items.Differences;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageDigests;
import org.oneseal.catalog.packages.PackageStatus;
import org.oneseal.catalog.packages.PackageVersion;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.catalog.packages.TakePackage;
import org.oneseal.catalog.packages.TakePackage.Coming;
import org.oneseal.catalog.packages.TakePackage.Taken;
import org.oneseal.catalog.packages.TakePackage.Version;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The packages with the version that is offered and those planned. */
@Component
class PackagesPart implements BundlePart {

    private static final String NAME = "packages";

    private final Packages packages;
    private final TakePackage take;
    private final WaitingItems waiting;
    private final PackageDigests trees;
    private final Json json;

    PackagesPart(
            Packages packages,
            TakePackage take,
            WaitingItems waiting,
            PackageDigests trees,
            Json json) {
        this.packages = packages;
        this.take = take;
        this.waiting = waiting;
        this.trees = trees;
        this.json = json;
    }

    /** A package as it travels. */
    record Line(
            String code,
            String region,
            String department,
            @Nullable String withdrawn,
            List<Version> versions) {

        static Line of(ServicePackage from, LocalDate today) {
            int offered = from.offered(today).map(PackageVersion::number).orElse(1);
            return new Line(
                    from.code(),
                    from.region().value(),
                    from.department(),
                    from.status() == PackageStatus.WITHDRAWN ? from.statusReason() : null,
                    from.versions().stream()
                            .filter(version -> version.number() >= offered)
                            .map(version -> new Version(version.content(), version.effectiveFrom()))
                            .toList());
        }

        Coming coming() {
            return new Coming(code, new RegionCode(region), department, versions, withdrawn);
        }

        String name() {
            return versions.isEmpty() ? code : versions.getLast().content().name().zh();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    /** After the items they are made of, and the bodies that handle those. */
    @Override
    public int rank() {
        return 5;
    }

    @Override
    public List<JsonNode> lines(RegionCode region, Instant now) {
        LocalDate today = ItemDesk.today(now);
        List<JsonNode> lines = new ArrayList<>();
        for (String code : packages.publishedWithin(region)) {
            ServicePackage found = packages.find(code).orElseThrow();
            lines.add(json.mapper().valueToTree(Line.of(found, today)));
        }
        return lines;
    }

    @Override
    public List<BundleLine> take(
            List<JsonNode> lines, RegionCode region, Actor actor, Instant now) {
        return lines.stream()
                .map(line -> take(json.mapper().treeToValue(line, Line.class), region, actor, now))
                .toList();
    }

    private BundleLine take(Line line, RegionCode region, Actor actor, Instant now) {
        Coming coming = line.coming();
        if (!region.contains(coming.region())) {
            return BundleLine.refused(
                    NAME,
                    line.code(),
                    line.name(),
                    List.of(Objection.of("bundle-region-outside", line.region())));
        }
        List<Objection> waits = waits(line, ItemDesk.today(now));
        if (!waits.isEmpty()) {
            return BundleLine.waiting(NAME, line.code(), line.name(), List.of(), waits);
        }
        Taken taken = take.take(coming, actor, now);
        if (!taken.waiting().isEmpty()) {
            return BundleLine.waiting(
                            NAME, line.code(), line.name(), taken.waiting(), taken.objections())
                    .differing(
                            taken.before()
                                    .map(b -> differences(b, taken.after().orElseThrow()))
                                    .orElse(List.of()));
        }
        if (!taken.objections().isEmpty()) {
            return BundleLine.refused(NAME, line.code(), line.name(), taken.objections());
        }
        if (taken.after().isEmpty()) return became(line, Result.SAME);
        if (taken.before().isEmpty()) return became(line, Result.NEW);
        ServicePackage before = taken.before().get();
        ServicePackage after = taken.after().get();
        return before.version() == after.version()
                ? became(line, Result.SAME)
                : became(line, Result.CHANGED).differing(differences(before, after));
    }

    /** What a version that is new here is made of may wait itself. */
    private List<Objection> waits(Line line, LocalDate today) {
        Set<PackageContent> here =
                packages.find(line.code()).stream()
                        .flatMap(found -> found.versions().stream())
                        .map(PackageVersion::content)
                        .collect(Collectors.toSet());
        Set<String> members =
                line.versions().stream()
                        .map(Version::content)
                        .filter(content -> !here.contains(content))
                        .flatMap(content -> content.items().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        return waiting.changing(members, today);
    }

    private static BundleLine became(Line line, Result result) {
        return BundleLine.of(NAME, line.code(), line.name(), result);
    }

    private List<Difference> differences(ServicePackage before, ServicePackage after) {
        List<Difference> found = new ArrayList<>();
        Optional<PackageContent> said = before.latest().map(PackageVersion::content);
        Optional<PackageContent> says =
                Optional.ofNullable(after.draft())
                        .or(() -> after.latest().map(PackageVersion::content));
        if (said.isPresent() && says.isPresent()) {
            found.addAll(Differences.between(trees.tree(said.get()), trees.tree(says.get())));
        }
        found.addAll(
                Differences.between(
                        json.mapper().valueToTree(new Standing(before.status())),
                        json.mapper().valueToTree(new Standing(after.status()))));
        return found;
    }

    /** Whether it is offered. */
    private record Standing(PackageStatus status) {}
}

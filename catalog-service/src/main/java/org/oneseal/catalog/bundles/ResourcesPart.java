package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.items.Differences;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.resources.DataResource;
import org.oneseal.catalog.resources.DataResources;
import org.oneseal.catalog.resources.ResourceContent;
import org.oneseal.catalog.resources.ResourceDigests;
import org.oneseal.catalog.resources.ResourceVersion;
import org.oneseal.catalog.resources.TakeResource;
import org.oneseal.catalog.resources.TakeResource.Coming;
import org.oneseal.catalog.resources.TakeResource.Taken;
import org.oneseal.catalog.resources.TakeResource.Version;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The data resources that units have filled in, with the version that counts and those planned. */
@Component
class ResourcesPart implements BundlePart {

    private static final String NAME = "resources";
    private static final int BATCH = 200;

    private final DataResources resources;
    private final Departments departments;
    private final TakeResource take;
    private final ResourceDigests trees;
    private final Json json;

    ResourcesPart(
            DataResources resources,
            Departments departments,
            TakeResource take,
            ResourceDigests trees,
            Json json) {
        this.resources = resources;
        this.departments = departments;
        this.take = take;
        this.trees = trees;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** After the units that provide them, before the items that name them. */
    @Override
    public int rank() {
        return 1;
    }

    @Override
    public List<JsonNode> lines(RegionCode region, Instant now) {
        LocalDate today = ItemDesk.today(now);
        List<JsonNode> lines = new ArrayList<>();
        String after = "";
        List<DataResources.Line> page;
        do {
            page =
                    resources.list(
                            new DataResources.Query(
                                    region, null, "", List.of(), true, today, after, BATCH));
            for (DataResources.Line found : page) {
                DataResource resource = resources.find(found.code()).orElseThrow();
                lines.add(json.mapper().valueToTree(coming(resource, today)));
            }
            if (!page.isEmpty()) after = page.getLast().code();
        } while (page.size() == BATCH);
        return lines;
    }

    private static Coming coming(DataResource resource, LocalDate today) {
        int from = resource.on(today).map(ResourceVersion::number).orElse(1);
        return new Coming(
                resource.code(),
                resource.department(),
                resource.name(),
                resource.versions().stream()
                        .filter(version -> version.number() >= from)
                        .map(version -> new Version(version.content(), version.effectiveFrom()))
                        .toList());
    }

    @Override
    public List<BundleLine> take(
            List<JsonNode> lines, RegionCode region, Actor actor, Instant now) {
        return lines.stream()
                .map(
                        line ->
                                take(
                                        json.mapper().treeToValue(line, Coming.class),
                                        region,
                                        actor,
                                        now))
                .toList();
    }

    private BundleLine take(Coming coming, RegionCode region, Actor actor, Instant now) {
        boolean outside =
                departments
                        .find(coming.department())
                        .filter(department -> !region.contains(department.region()))
                        .isPresent();
        if (outside) {
            return BundleLine.refused(
                    NAME,
                    coming.code(),
                    coming.name(),
                    List.of(Objection.of("bundle-region-outside", coming.department())));
        }
        Taken taken = take.take(coming, actor, now);
        if (!taken.objections().isEmpty()) {
            return BundleLine.refused(NAME, coming.code(), coming.name(), taken.objections());
        }
        DataResource after = taken.after().orElseThrow();
        if (taken.before().isEmpty()) return became(coming, Result.NEW);
        DataResource before = taken.before().get();
        return before.version() == after.version()
                ? became(coming, Result.SAME)
                : became(coming, Result.CHANGED).differing(differences(before, after));
    }

    private static BundleLine became(Coming coming, Result result) {
        return BundleLine.of(NAME, coming.code(), coming.name(), result);
    }

    private List<Difference> differences(DataResource before, DataResource after) {
        Optional<ResourceContent> said = said(before);
        Optional<ResourceContent> says = said(after);
        return said.isPresent() && says.isPresent()
                ? Differences.between(trees.tree(said.get()), trees.tree(says.get()))
                : List.of();
    }

    private static Optional<ResourceContent> said(DataResource resource) {
        return resource.latest().map(ResourceVersion::content);
    }
}

package org.oneseal.catalog.packages;

import static org.oneseal.catalog.packages.PackageSamples.content;
import static org.oneseal.catalog.packages.PackageSamples.form;
import static org.oneseal.catalog.packages.PackageSamples.item;
import static org.oneseal.catalog.packages.PackageSamples.json;
import static org.oneseal.catalog.packages.PackageSamples.material;
import static org.oneseal.catalog.packages.PackageSamples.member;
import static org.oneseal.catalog.packages.PackageSamples.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.cel.CelSamples;
import org.oneseal.catalog.guide.GuideLimits;
import org.oneseal.catalog.guide.GuideSamples;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Material.Form;
import org.oneseal.catalog.items.Standing;
import org.oneseal.catalog.packages.PackageContent.Link;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.UnitTable;

/** A package that is fit and the items of a district that packages are checked against. */
final class CheckedPackages {

    private static final RegionCode DISTRICT = new RegionCode("431103000000");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String DIALECT =
            "{'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object',";

    private static final ItemContent PROOF =
            item(
                    "证明",
                    2,
                    List.of(material("m1", "申请表", Form.BOTH, null)),
                    List.of(new ItemResult("r1", "出生证明", "T1", null, null, null)),
                    List.of(
                            form(
                                    "f",
                                    json(
                                            DIALECT
                                                    + "'properties':{'n':{'type':'string','x-data-element':'name'}}}"))));
    private static final ItemContent HOUSEHOLD =
            item(
                    "落户",
                    3,
                    List.of(
                            material("m1", "出生证明", Form.ELECTRONIC, "T1"),
                            material("m2", "户口簿", Form.PAPER, null)),
                    List.of(),
                    List.of(
                            form(
                                    "f",
                                    json(
                                            DIALECT
                                                    + "'properties':{'x':{'type':'string','title':'姓名','x-data-element':'name'}}}"))));
    private static final ItemContent CARD =
            item("社保卡", 1, List.of(material("m1", "照片", Form.BOTH, null)), List.of(), List.of());
    static final Link FED = new Link("proof", "r1", "m1");
    static final PackageContent FIT =
            content(
                    List.of(stage("first", 2), stage("then", 3)),
                    member("proof", "first"),
                    member("household", "then", FED),
                    member("card", "then"));

    private CheckedPackages() {}

    /** What is wrong with a package without stages, of these members. */
    static List<String> members(Member... members) {
        return wrong(content(List.of(), members));
    }

    /** Every objection to a package with its place. */
    static List<String> wrong(PackageContent content) {
        return PackageChecks.objections(
                        new PackageChecks.Setting(
                                DISTRICT,
                                DAY,
                                items(),
                                "431103-WJ"::equals,
                                new GuideLimits(4, 3, 2, 8, 60),
                                4,
                                List.of("01", "20"),
                                UnitTable.USUAL,
                                CelSamples.conditions(),
                                _ -> false),
                        content)
                .stream()
                .map(o -> o.code() + " " + o.field())
                .toList();
    }

    private static Map<String, Item> items() {
        ItemContent asking =
                ItemSamples.with(
                        item("问", 1, List.of(), List.of(), List.of()),
                        Map.of(
                                "guidance",
                                GuideSamples.guide(List.of(GuideSamples.yesNo("rural", null)))));
        return Map.ofEntries(
                entry("proof", PROOF, null),
                entry("household", HOUSEHOLD, null),
                entry("card", CARD, null),
                entry("closed", CARD, DAY),
                Map.entry("far", of("far", new RegionCode("431102000000"), CARD, null)),
                entry("asking", asking, null),
                entry(
                        "typed",
                        item(
                                "别的",
                                1,
                                List.of(material("m1", "出生证明", Form.BOTH, "T2")),
                                List.of(),
                                List.of()),
                        null),
                entry(
                        "paperless",
                        item(
                                "无纸",
                                1,
                                List.of(material("m1", "户口簿", Form.ELECTRONIC, null)),
                                List.of(),
                                List.of()),
                        null),
                entry(
                        "numbered",
                        formed("'properties':{'a':{'type':'number','x-data-element':'name'}}"),
                        null),
                entry(
                        "conditional",
                        formed(
                                "'minProperties':1,'properties':{'a':{'type':'string','x-data-element':'name'}}"),
                        null),
                entry(
                        "referring",
                        formed("'properties':{'a':{'$ref':'#/$defs/a','x-data-element':'name'}}"),
                        null),
                entry(
                        "misnamed",
                        formed("'properties':{'a':{'type':'string','x-data-element':'?'}}"),
                        null));
    }

    private static ItemContent formed(String body) {
        return item("表", 1, List.of(), List.of(), List.of(form("f", json(DIALECT + body + "}"))));
    }

    private static Map.Entry<String, Item> entry(
            String code, ItemContent content, @Nullable LocalDate cancelled) {
        return Map.entry(code, of(code, DISTRICT, content, cancelled));
    }

    private static Item of(
            String code, RegionCode region, ItemContent content, @Nullable LocalDate cancelled) {
        return new Item(
                code,
                region,
                "431103-WJ",
                new Standing(ItemStatus.IN_FORCE, null, null, cancelled),
                null,
                null,
                List.of(new ItemVersion(1, content, "SM3:00", DAY, Instant.EPOCH, 1)),
                1,
                1,
                "");
    }
}

package org.oneseal.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.packages.PackageSamples.after;
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
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.cel.CelSamples;
import org.oneseal.catalog.guide.Effect;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.guide.GuideLimits;
import org.oneseal.catalog.guide.GuideSamples;
import org.oneseal.catalog.guide.Question;
import org.oneseal.catalog.guide.Wording;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Standing;
import org.oneseal.catalog.items.Material.Form;
import org.oneseal.catalog.packages.PackageContent.Link;
import org.oneseal.catalog.packages.PackageContent.MaterialRef;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.catalog.packages.PackageContent.SameMaterial;
import org.oneseal.catalog.packages.PackageContent.Stage;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.UnitTable;

/** Each test breaks one thing in a package that is otherwise fit. */
class PackageChecksTest {

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
    private static final Link FED = new Link("proof", "r1", "m1");
    private static final PackageContent FIT =
            content(
                    List.of(stage("first", 2), stage("then", 3)),
                    member("proof", "first"),
                    member("household", "then", FED),
                    member("card", "then"));

    @Test
    void aFitPackageMeetsNothing() {
        assertThat(wrong(FIT)).isEmpty();
    }

    @Test
    void aPackageHasANameAndTwoItemsAtLeastAndNotTooMany() {
        assertThat(
                        wrong(
                                new PackageContent(
                                        new Wording(" ", "x"),
                                        "",
                                        List.of(),
                                        List.of(member("card", null)),
                                        List.of(),
                                        null)))
                .containsExactly("wording-missing /name/zh", "package-too-small /members");
        Member[] many = new Member[5];
        for (int i = 0; i < 5; i++) many[i] = member("i" + i, null);
        assertThat(wrong(content(List.of(), many))).containsExactly("guide-too-large /members");
        Stage[] stages = new Stage[5];
        for (int i = 0; i < 5; i++) stages[i] = stage("s" + i, 1);
        assertThat(wrong(content(List.of(stages), member("proof", null), member("card", null))))
                .containsExactly("guide-too-large /stages");
    }

    @Test
    void everyMemberIsAnItemThatIsTakenInHere() {
        assertThat(members(member("proof", null), member("none", null)))
                .containsExactly("item-unknown /members/1/item");
        assertThat(members(member("card", null), member("card", null)))
                .containsExactly("code-repeated /members/1/item");
        assertThat(members(member("card", null), member("closed", null)))
                .containsExactly("item-takes-nothing /members/1/item");
        assertThat(members(member("card", null), member("far", null)))
                .containsExactly("member-elsewhere /members/1/item");
    }

    @Test
    void stagesHaveNamesLeadersAndMembersAndMembersHaveStages() {
        Stage odd = new Stage("X", new Wording("阶段", ""), "none", null);
        assertThat(wrong(content(List.of(odd), member("proof", "X"), member("card", "X"))))
                .containsExactly(
                        "guide-code-invalid /stages/0/code",
                        "wording-missing /stages/0/name/en",
                        "department-unknown /stages/0/lead");
        assertThat(
                        wrong(
                                content(
                                        List.of(stage("a", 9), stage("a", 9), stage("b", 9)),
                                        member("proof", "a"),
                                        member("card", "a"))))
                .containsExactly("code-repeated /stages/1/code", "stage-without-members /stages/2");
        assertThat(
                        wrong(
                                content(
                                        List.of(stage("a", 9)),
                                        member("proof", "a"),
                                        member("card", null))))
                .containsExactly("member-without-stage /members/1/stage");
        assertThat(members(member("proof", "a"), member("card", null)))
                .containsExactly("stage-unknown /members/0/stage");
    }

    @Test
    void aStageKeepsItsLimitAndWaitsForNoLaterOne() {
        assertThat(
                        wrong(
                                content(
                                        List.of(stage("all", 4)),
                                        member("proof", "all"),
                                        member("household", "all", FED))))
                .containsExactly("stage-takes-longer /stages/0/limit");
        assertThat(
                        wrong(
                                content(
                                        List.of(stage("a", 9), stage("b", 9)),
                                        member("card", "a", after("proof")),
                                        member("proof", "b"))))
                .containsExactly("stage-order-reversed /members/0/after/0/item");
    }

    @Test
    void nothingWaitsForItselfOrForWhatIsNotThere() {
        assertThat(
                        members(
                                member("proof", null, after("card")),
                                member("card", null, after("proof"))))
                .containsExactly("package-circular /members");
        assertThat(members(member("proof", null, after("card")), member("household", null, FED)))
                .containsExactly("member-unknown /members/0/after/0/item");
    }

    @Test
    void aLinkHandsOnWhatThereIs() {
        assertThat(links(new Link("proof", "r1", null)))
                .containsExactly(
                        "link-incomplete /members/1/after/0", "output-asked-for /members/1/after");
        assertThat(links(new Link("proof", "r9", "m1")))
                .containsExactly("result-unknown /members/1/after/0/result");
        assertThat(links(FED, new Link("proof", "r1", "m9")))
                .containsExactly("material-unknown /members/1/after/1/material");
        assertThat(links(FED, FED)).containsExactly("code-repeated /members/1/after/1/item");
        assertThat(
                        wrong(
                                content(
                                        List.of(),
                                        member("proof", null),
                                        member("typed", null, new Link("proof", "r1", "m1")))))
                .containsExactly("link-types-differ /members/1/after/0/material");
    }

    @Test
    void whatAMemberGivesOutIsNotAskedFor() {
        assertThat(members(member("proof", null), member("household", null)))
                .containsExactly("output-asked-for /members/1/after");
    }

    @Test
    void formsAndMaterialsCanBecomeOne() {
        assertThat(members(member("proof", null), member("numbered", null)))
                .containsExactly("data-element-conflict /members/1/item");
        assertThat(members(member("card", null), member("conditional", null)))
                .containsExactly("data-element-conditional /members/1/item");
        assertThat(members(member("card", null), member("referring", null)))
                .containsExactly("data-element-by-reference /members/1/item");
        assertThat(members(member("card", null), member("misnamed", null)))
                .containsExactly("data-element-invalid /members/1/item");
        assertThat(
                        members(
                                member("proof", null),
                                member("household", null, FED),
                                member("paperless", null)))
                .containsExactly("material-conflict /members/2/item");
    }

    @Test
    void whatTheEditorCallsTheSameIsThere() {
        PackageContent bad =
                new PackageContent(
                        GuideSamples.text("p"),
                        "",
                        List.of(),
                        List.of(member("proof", null), member("card", null)),
                        List.of(
                                new SameMaterial(" ", List.of(new MaterialRef("card", "m1"))),
                                new SameMaterial(
                                        "x",
                                        List.of(
                                                new MaterialRef("card", "m1"),
                                                new MaterialRef("card", "m9"),
                                                new MaterialRef("none", "m1")))),
                        null);
        assertThat(wrong(bad))
                .containsExactly(
                        "material-name-missing /same/0/name",
                        "same-material-alone /same/0/materials",
                        "code-repeated /same/1/materials/0/material",
                        "material-unknown /same/1/materials/1/material",
                        "member-unknown /same/1/materials/2/item");
    }

    @Test
    void theGuideSpeaksOfItsMembersAndAsksAsTheyDo() {
        assertThat(
                        guided(
                                GuideSamples.guide(
                                        List.of(GuideSamples.yesNo("a", null)),
                                        GuideSamples.determination(
                                                "d", "a > 1", Effect.Kind.LEAVE_OUT_MEMBER, "none"),
                                        GuideSamples.requires("e", "a", "m1"))))
                .containsExactly(
                        "condition-types-differ /guidance/determinations/0/when",
                        "member-unknown /guidance/determinations/0/effect/target",
                        "material-unknown /guidance/determinations/1/effect/target");
        assertThat(
                        guided(
                                GuideSamples.guide(
                                        List.of(
                                                GuideSamples.question(
                                                        "rural", Question.Kind.TEXT, null)))))
                .containsExactly("question-conflict /guidance/questions/0");
        assertThat(guided(GuideSamples.guide(List.of(GuideSamples.yesNo("rural", null)))))
                .isEmpty();
    }

    private static List<String> members(Member... members) {
        return wrong(content(List.of(), members));
    }

    private static List<String> links(Link... links) {
        return members(member("proof", null), member("household", null, links));
    }

    private static List<String> guided(Guide guide) {
        return wrong(
                new PackageContent(
                        GuideSamples.text("p"),
                        "",
                        List.of(),
                        List.of(member("proof", null), member("asking", null)),
                        List.of(),
                        guide));
    }

    private static List<String> wrong(PackageContent content) {
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
        ItemContent asking = item("问", 1, List.of(), List.of(), List.of());
        return Map.ofEntries(
                entry("proof", PROOF, null),
                entry("household", HOUSEHOLD, null),
                entry("card", CARD, null),
                entry("closed", CARD, DAY),
                Map.entry("far", of("far", new RegionCode("431102000000"), CARD, null)),
                entry("asking", guidedItem(asking), null),
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

    private static ItemContent guidedItem(ItemContent c) {
        return new ItemContent(
                c.name(),
                c.itemType(),
                c.caseKind(),
                c.serviceObjects(),
                c.legalLimit(),
                c.promisedLimit(),
                c.legalBasis(),
                c.materials(),
                c.steps(),
                c.specialProcedures(),
                c.extensionMaximum(),
                c.extensionMovesPromise(),
                c.deemedAcceptance(),
                c.results(),
                c.fees(),
                c.jointHandling(),
                c.commitment(),
                c.tolerance(),
                c.instant(),
                c.crossRegion(),
                c.publicity(),
                c.filing(),
                c.unasked(),
                c.authority(),
                c.guide(),
                c.forms(),
                GuideSamples.guide(List.of(GuideSamples.yesNo("rural", null))),
                c.localCodes(),
                c.particulars());
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

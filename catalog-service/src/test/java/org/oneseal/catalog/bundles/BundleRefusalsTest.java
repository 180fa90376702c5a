package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.catalog.CountyDesk;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.SynonymGroup;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Each reason for which a line that was read and signed is not taken over. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundleRefusalsTest {

    private static final String COUNTY = "431181000000";
    private static final String ELSEWHERE = "431122000000";
    private static final String OFFICE = "431181-WJ";
    private static final String OTHER = "431181-SP";
    private static final String USCC = CountyDesk.uscc(COUNTY, 1);
    private static final String ITEM = USCC + "4000100001000";
    private static final String PACKAGE = "431181-shop";
    private static final String IMPORTS = "/api/v1/catalog-bundles/imports";

    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    @BeforeAll
    void aCountyWhereAnItemAndAPackageAreBeingEdited() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        CountyDesk desk = desk();
        desk.department(OFFICE, "卫生健康局", USCC);
        desk.department(OTHER, "行政审批服务局", CountyDesk.uscc(COUNTY, 2));
        desk.draft(ITEM, OFFICE, CountyDesk.licence(USCC, "公共场所卫生许可", 5));
        Http.Answer begun =
                http.post(
                        "/api/v1/packages",
                        desk.editor(),
                        Map.of(
                                "code",
                                PACKAGE,
                                "department",
                                OFFICE,
                                "content",
                                Map.of(
                                        "name",
                                        Map.of("zh", "开店", "en", "a shop"),
                                        "members",
                                        List.of())));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        Http.Answer service =
                http.post(
                        "/api/v1/directory",
                        desk.editor(),
                        Map.of(
                                "code",
                                "qiyang-ch",
                                "region",
                                COUNTY,
                                "service",
                                Map.of("name", "测绘", "legalBasis", "测绘法第二十七条")));
        assertThat(service.status()).as(service.text()).isEqualTo(201);
    }

    @Test
    void aDepartmentThatIsHereIsNotChangedAndOneOfAnotherPlaceNotMade() {
        assertThat(refused("departments", office(OFFICE, "卫生局", USCC, COUNTY)))
                .containsExactly("department-differs");
        assertThat(
                        refused(
                                "departments",
                                office(
                                        "431122-XX",
                                        "外县局",
                                        CountyDesk.uscc(ELSEWHERE, 7),
                                        ELSEWHERE)))
                .containsExactly("bundle-region-outside");
    }

    private static DepartmentsPart.Line office(
            String code, String name, String uscc, String region) {
        return new DepartmentsPart.Line(code, name, uscc, region, null, false);
    }

    @Test
    void anItemStaysWithItsDepartmentAndWithWhoeverEditsIt() {
        assertThat(refused("items", item(COUNTY, OFFICE))).containsExactly("item-being-edited");
        assertThat(refused("items", item(COUNTY, OTHER)))
                .containsExactly("item-elsewhere", "item-being-edited");
        assertThat(refused("items", item(ELSEWHERE, "431122-XX")))
                .containsExactly(
                        "bundle-region-outside",
                        "department-unknown",
                        "item-elsewhere",
                        "item-being-edited");
    }

    private static ItemsPart.Line item(String region, String department) {
        return new ItemsPart.Line(
                ITEM,
                region,
                department,
                ItemStatus.IN_FORCE,
                null,
                null,
                null,
                List.of(new ItemsPart.Version(ItemSamples.licence(), LocalDate.EPOCH)));
    }

    @Test
    void aPackageStaysWithItsDepartmentAndWithWhoeverEditsIt() {
        assertThat(refused("packages", aPackage(COUNTY, OFFICE)))
                .containsExactly("package-being-edited");
        assertThat(refused("packages", aPackage(COUNTY, OTHER)))
                .containsExactly("package-elsewhere", "package-being-edited");
        assertThat(refused("packages", aPackage(ELSEWHERE, OFFICE)))
                .containsExactly("bundle-region-outside");
    }

    private static PackagesPart.Line aPackage(String region, String department) {
        return new PackagesPart.Line(PACKAGE, region, department, null, List.of());
    }

    @Test
    void anEntryStaysWhereItCounts() {
        assertThat(refused("registers", synonyms("qiyang", ELSEWHERE)))
                .containsExactly("bundle-region-outside");
        String town = "431181001000";
        assertThat(
                        refused(
                                "registers",
                                new RegistersPart.Line(
                                        Register.INTERMEDIARY_SERVICES,
                                        "qiyang-ch",
                                        town,
                                        json.mapper()
                                                .valueToTree(
                                                        Map.of(
                                                                "name", "测绘",
                                                                "legalBasis", "测绘法")))))
                .containsExactly("entry-key-taken");
        assertThat(
                        refused(
                                "directories",
                                new RegistersPart.Line(
                                        Register.BASIC_DIRECTORY,
                                        "430177401000",
                                        town,
                                        json.mapper()
                                                .valueToTree(
                                                        Map.of("name", "某许可", "itemType", "01")))))
                .containsExactly("basic-code-of-other-region");
    }

    private RegistersPart.Line synonyms(String key, String region) {
        return new RegistersPart.Line(
                Register.SYNONYMS,
                key,
                region,
                json.mapper().valueToTree(new SynonymGroup(List.of("甲乙", "丙丁"))));
    }

    @Test
    void linesThatSayNothingWeKnowAreRefusedWhole() {
        for (String part : List.of("departments", "items", "registers", "packages")) {
            assertThat(refused(part, Map.of("code", List.of(1))))
                    .as(part)
                    .containsExactly("bundle-lines-not-understood");
        }
    }

    /** A packed file of one megabyte at most may unfold to much more. */
    @Test
    void aFileThatUnfoldsToTooMuchIsNotRead() throws Exception {
        byte[] packed = zeros(65 * 1024 * 1024);
        assertThat(packed.length).isLessThan(1024 * 1024);
        Http.Answer answer =
                http.post(IMPORTS, desk().editor(), packed, "Content-Type", "application/gzip");
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.objections()).containsExactly("bundle-too-large");
    }

    private static byte[] zeros(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] some = new byte[64 * 1024];
            for (int written = 0; written < length; written += some.length) out.write(some);
        }
        return bytes.toByteArray();
    }

    /** What a trial says of a bundle that is signed rightly and has one line. */
    private List<String> refused(String part, Object line) {
        JsonNode data = json.mapper().valueToTree(line);
        String bundle =
                new WriteBundle(List.of(), keys, json)
                        .write(
                                new RegionCode(COUNTY),
                                Map.of(part, List.of(data)),
                                clock.instant());
        Http.Answer answer =
                http.post(
                        IMPORTS + "?dryRun=true",
                        desk().editor(),
                        bundle,
                        "Content-Type",
                        "application/jsonl");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("lines")
                .valueStream()
                .flatMap(l -> l.path("objections").valueStream())
                .map(o -> o.path("code").asString())
                .toList();
    }
}

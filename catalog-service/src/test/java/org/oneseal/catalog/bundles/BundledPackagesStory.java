package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.catalog.guide.Wording;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.TakePackage;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Packages travel with the items that they are of. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundledPackagesStory {

    private static final String COUNTY = "431027000000";
    private static final String PACKAGE = "431027-open-shop";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;
    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired MovableClock clock;
    private CarriedCatalog county;

    @BeforeAll
    void aCountyWithTwoItems() {
        county = new CarriedCatalog(COUNTY, http, tokens, sql, keys, json, clock);
        county.established();
        county.take(county.changed(3), false, 200);
    }

    @Test
    void aPackageTravelsWithItsItemsAndOneThatIsWrongKeepsAllOut() {
        String before = county.rows();
        Http.Answer wrong =
                http.post(
                        CarriedCatalog.PATH + "/imports",
                        county.editor(),
                        withPackage(" ", null),
                        "Content-Type",
                        "application/jsonl");
        assertThat(wrong.status()).as(wrong.text()).isEqualTo(422);
        assertThat(county.rows()).isEqualTo(before);
        JsonNode taken = county.take(withPackage("开店一件事", null), false, 200);
        assertThat(CarriedCatalog.line(taken, PACKAGE).path("result").asString())
                .as(taken.toString())
                .isEqualTo("NEW");
        JsonNode seen = http.get("/api/v1/packages/" + PACKAGE, county.editor()).json();
        assertThat(seen.at("/governing/content/members").size()).isEqualTo(2);
        String bundle = county.export();
        assertThat(bundle).contains("\"part\":\"packages\"", "开店一件事");
        String after = county.rows();
        assertThat(
                        CarriedCatalog.line(county.take(bundle, false, 200), PACKAGE)
                                .path("result")
                                .asString())
                .isEqualTo("SAME");
        assertThat(county.rows()).isEqualTo(after);
        JsonNode renamed =
                CarriedCatalog.line(county.take(withPackage("开小店一件事", null), false, 200), PACKAGE);
        assertThat(renamed.path("result").asString()).isEqualTo("CHANGED");
        assertThat(renamed.at("/differences/0/pointer").asString()).isEqualTo("/name/zh");
        JsonNode gone =
                CarriedCatalog.line(county.take(withPackage("开小店一件事", "合并"), false, 200), PACKAGE);
        assertThat(gone.at("/differences/0/pointer").asString()).isEqualTo("/status");
        assertThat(http.get("/api/v1/packages/" + PACKAGE, county.editor()).json().path("status"))
                .hasToString("\"WITHDRAWN\"");
        JsonNode back = county.take(withPackage("开大店一件事", null), true, 200);
        assertThat(CarriedCatalog.line(back, PACKAGE).at("/objections/0/code").asString())
                .isEqualTo("package-withdrawn");
    }

    /** A package of the one item there is; its bundle is the catalog's with it. */
    private String withPackage(String name, @Nullable String withdrawn) {
        Map<String, List<JsonNode>> parts = county.parts(3);
        parts.put(
                "packages",
                List.of(
                        CanonicalJson.parse(
                                json.write(
                                        new PackagesPart.Line(
                                                PACKAGE,
                                                COUNTY,
                                                county.department,
                                                withdrawn,
                                                List.of(
                                                        new TakePackage.Version(
                                                                content(name),
                                                                LocalDate.EPOCH)))))));
        return county.signed(parts);
    }

    private PackageContent content(String name) {
        return new PackageContent(
                new Wording(name, "In one go"),
                "",
                List.of(),
                List.of(
                        new PackageContent.Member(county.first, null, List.of()),
                        new PackageContent.Member(
                                county.second,
                                null,
                                List.of(new PackageContent.Link(county.first, null, null)))),
                List.of(),
                null);
    }
}

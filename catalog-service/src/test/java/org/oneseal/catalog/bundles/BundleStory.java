package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A county's catalog travels as one signed file: tried, taken over, taken over again, and abused.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BundleStory {

    private static final String COUNTY = "431128000000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;
    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired MovableClock clock;
    private CarriedCatalog county;

    @BeforeAll
    void aCountyWithAnItem() {
        county = new CarriedCatalog(COUNTY, http, tokens, sql, keys, json, clock);
        county.established();
    }

    @Test
    @Order(1)
    void whatIsExportedAndTakenInAgainChangesNothing() {
        String bundle = county.export();
        String before = county.rows();
        JsonNode trial = county.take(bundle, true, 200);
        assertThat(trial.path("same").asInt()).as(trial.toString()).isEqualTo(2);
        assertThat(trial.path("lines").size()).isEqualTo(2);
        JsonNode taken = county.take(bundle, false, 200);
        assertThat(taken.path("same").asInt()).isEqualTo(2);
        assertThat(county.rows()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void aTrialTellsFieldByFieldAndTakesNothingOver() {
        String before = county.rows();
        JsonNode trial = county.take(county.changed(3), true, 200);
        assertThat(trial.path("trial").asBoolean()).isTrue();
        assertThat(trial.path("added").asInt()).as(trial.toString()).isEqualTo(2);
        assertThat(trial.path("changed").asInt()).isEqualTo(1);
        JsonNode line = CarriedCatalog.line(trial, county.first);
        assertThat(line.path("result").asString()).isEqualTo("CHANGED");
        assertThat(line.path("differences").valueStream().map(d -> d.path("pointer").asString()))
                .containsExactly("/promisedLimit/amount");
        assertThat(CarriedCatalog.line(trial, county.second).path("result").asString())
                .isEqualTo("NEW");
        assertThat(county.rows()).isEqualTo(before);
        assertThat(http.get("/api/v1/items/" + county.second, county.editor()).status())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void aLineThatIsRefusedKeepsTheWholeBundleOut() {
        String before = county.rows();
        String wrong = county.changed(30);
        JsonNode trial = county.take(wrong, true, 200);
        assertThat(trial.path("refused").asInt()).as(trial.toString()).isEqualTo(1);
        assertThat(CarriedCatalog.line(trial, county.first).at("/objections/0/code").asString())
                .isEqualTo("promise-exceeds-statute");
        JsonNode refused = county.take(wrong, false, 422);
        assertThat(refused.at("/objections/0/code").asString())
                .isEqualTo("promise-exceeds-statute");
        assertThat(county.rows()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void whatIsHalfAlteredForeignOrNewerChangesNothingAndSaysWhy() {
        String bundle = county.changed(3);
        String before = county.rows();
        county.refused(bundle.replace("公共场所卫生许可", "公共场所卫生准许"), "bundle-part-altered");
        county.refused(
                bundle.substring(0, bundle.lastIndexOf('\n', bundle.length() - 2) + 1),
                "bundle-part-incomplete");
        county.refused(bundle.substring(0, bundle.length() / 2), "bundle-unreadable");
        county.refused("", "bundle-unreadable");
        county.refused("{}", "bundle-unreadable");
        county.refused("[1]", "bundle-unreadable");
        county.refused(bundle.replace("\"format\":3", "\"format\":4"), "bundle-format-newer");
        county.refused(
                bundle.replaceFirst("\"exportedAt\":\"20", "\"exportedAt\":\"19"),
                "bundle-signature-invalid");
        county.refused(bundle + "{\"part\":\"more\",\"data\":{}}\n", "bundle-part-unknown");
        county.refused(
                bundle.replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":\"x\""),
                "bundle-signature-invalid");
        KeyRing stranger = KeyRing.ephemeral(CryptoProfile.CN, "stranger");
        String foreign =
                new WriteBundle(List.of(), stranger, json)
                        .write(county.region(), county.parts(3), clock.instant());
        county.refused(foreign, "bundle-key-untrusted");
        assertThat(county.rows()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void itIsTakenOverWholeAndASecondTimeChangesNothing() {
        String bundle = county.changed(3);
        JsonNode taken = county.take(bundle, false, 200);
        assertThat(taken.path("added").asInt()).as(taken.toString()).isEqualTo(2);
        assertThat(taken.path("changed").asInt()).isEqualTo(1);
        JsonNode first = http.get("/api/v1/items/" + county.first, county.editor()).json();
        assertThat(first.at("/latest/version").asInt()).isEqualTo(2);
        assertThat(first.at("/latest/promisedLimit/amount").asInt()).isEqualTo(3);
        assertThat(
                        http.get("/api/v1/items/" + county.second, county.editor())
                                .json()
                                .path("status")
                                .asString())
                .isEqualTo("IN_FORCE");
        assertThat(
                        http.get("/api/v1/search?q=ysgsdw&region=" + COUNTY, county.editor())
                                .json()
                                .at("/items/0/ref")
                                .asString())
                .isEqualTo(county.second);
        String before = county.rows();
        JsonNode again = county.take(bundle, false, 200);
        assertThat(again.path("same").asInt()).isEqualTo(again.path("lines").size());
        assertThat(county.rows()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void onlyTheEditorsOfTheRegionCarryBundles() {
        String other = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        String citizen = tokens.of(Role.APPLICANT).region(COUNTY).mint();
        String bundle = county.export();
        for (String token : List.of(other, citizen)) {
            assertThat(http.get(CarriedCatalog.PATH + "?region=" + COUNTY, token).status())
                    .isEqualTo(403);
            assertThat(
                            http.post(
                                            CarriedCatalog.PATH + "/imports",
                                            token,
                                            bundle,
                                            "Content-Type",
                                            "application/jsonl")
                                    .status())
                    .isEqualTo(403);
        }
        assertThat(http.get(CarriedCatalog.PATH + "?region=" + COUNTY, null).status())
                .isEqualTo(401);
        assertThat(http.get(CarriedCatalog.PATH + "?region=1", county.editor()).status())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void anActThatIsHereIsTheSameAndOneThatEndedIsGrantedAgain() {
        Http.Answer park =
                http.post(
                        "/api/v1/departments",
                        tokens.of(Role.PLATFORM_OPERATOR).mint(),
                        Map.of(
                                "code", "431128-PARK",
                                "name", "园区管理委员会",
                                "uscc", "11431128YYYY09025K",
                                "region", COUNTY));
        assertThat(park.status()).as(park.text()).isEqualTo(201);
        String today =
                clock.instant()
                        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                        .toLocalDate()
                        .toString();
        Http.Answer act =
                http.post(
                        "/api/v1/delegations",
                        county.editor(),
                        Map.of(
                                "kind",
                                "AUTHORISED",
                                "to",
                                "431128-PARK",
                                "items",
                                List.of(county.first),
                                "departments",
                                List.of(),
                                "validFrom",
                                today,
                                "ground",
                                "县政府授权决定"));
        assertThat(act.status()).as(act.text()).isEqualTo(201);
        String bundle = county.export();
        assertThat(
                        CarriedCatalog.line(
                                        county.take(bundle, false, 200),
                                        "AUTHORISED/431128-BUN/431128-PARK")
                                .path("result")
                                .asString())
                .isEqualTo("SAME");
        Http.Answer revoked =
                http.post(
                        "/api/v1/delegations/" + act.json().path("id").asString() + "/revocation",
                        county.editor(),
                        Map.of("reason", "收回"),
                        "If-Match",
                        String.valueOf(act.header("ETag")));
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
        assertThat(county.export()).doesNotContain("\"receiver\":\"431128-PARK\"");
        JsonNode back = county.take(bundle, true, 200);
        assertThat(
                        CarriedCatalog.line(back, "AUTHORISED/431128-BUN/431128-PARK")
                                .path("result")
                                .asString())
                .as(back.toString())
                .isEqualTo("NEW");
    }
}

package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.WatchedCity;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The city's list changes: the county is told once, and its editors settle it. */
@PlatformTest
class UpstreamStory extends WatchedCity {

    private static final String PATH = "/api/v1/catalog-upstreams";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired MovableClock clock;

    @Test
    void aChangedListIsToldOnceAndTakenOverByAnEditorOnly() {
        JsonNode unread = look();
        assertThat(unread.at("/0/failure").asString()).isEqualTo("bundle-unreadable");
        assertThat(unread.at("/1/failure").asString()).isEqualTo("address not allowed");
        assertThat(reports().size()).isZero();

        serves(list("招牌", "门头招牌"));
        assertThat(look().at("/0/failure").isNull()).isTrue();
        look();
        JsonNode reports = reports();
        assertThat(reports.size()).isEqualTo(1);
        assertThat(reports.at("/0/state").asString()).isEqualTo("OPEN");
        assertThat(reports.at("/0/lines/0/result").asString()).isEqualTo("NEW");
        assertThat(synonyms("门头招牌")).isZero();

        String report = PATH + "/reports/" + reports.at("/0/id").asString();
        String county = tokens.of(Role.CATALOG_EDITOR).region("431103000000").mint();
        assertThat(http.post(report + "/adoption", county, null).status()).isEqualTo(403);
        Http.Answer empty = http.post(report + "/acknowledgement", editor(), Map.of("note", " "));
        assertThat(empty.objections()).containsExactly("reason-missing");
        Http.Answer adopted = http.post(report + "/adoption", editor(), null);
        assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);
        assertThat(adopted.json().path("state").asString()).isEqualTo("ADOPTED");
        assertThat(synonyms("门头招牌")).isEqualTo(1);
        Http.Answer again = http.post(report + "/acknowledgement", editor(), Map.of("note", "看过了"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.objections()).containsExactly("report-settled");

        serves(list("招牌", "店招"));
        lookTogether();
        JsonNode changed = reports();
        assertThat(changed.size()).isEqualTo(2);
        assertThat(changed.at("/0/lines/0/result").asString()).isEqualTo("CHANGED");
        Http.Answer read =
                http.post(
                        PATH + "/reports/" + changed.at("/0/id").asString() + "/acknowledgement",
                        editor(),
                        Map.of("note", "本市另有规定"));
        assertThat(read.json().path("state").asString()).as(read.text()).isEqualTo("ACKNOWLEDGED");
        assertThat(synonyms("店招")).isZero();
        assertThat(http.get(PATH, tokens.of(Role.APPLICANT).mint()).status()).isEqualTo(403);
        assertThat(http.get(PATH + "/none/reports", editor()).status()).isEqualTo(404);
        assertThat(http.post(PATH + "/looks", editor(), null).status()).isEqualTo(403);
    }

    private String list(String... words) {
        Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
        parts.put("departments", List.of());
        parts.put("items", List.of());
        parts.put(
                "registers",
                List.of(
                        CanonicalJson.parse(
                                """
                                {"register":"SYNONYMS","key":"4311-signs","region":"431100000000",
                                 "body":{"words":["%s"]}}
                                """
                                        .formatted(String.join("\",\"", words)))));
        return new WriteBundle(List.of(), keys, json)
                .write(new RegionCode(CITY), parts, clock.instant());
    }

    private String editor() {
        return tokens.of(Role.CATALOG_EDITOR).region(CITY).mint();
    }

    private JsonNode look() {
        Http.Answer answer =
                http.post(PATH + "/looks", tokens.of(Role.PLATFORM_OPERATOR).mint(), null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Replicas look at the same hour; none of them knows what the others see. */
    private void lookTogether() {
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int replica = 0; replica < 6; replica++) replicas.submit(this::look);
        }
    }

    private JsonNode reports() {
        return http.get(PATH + "/city/reports", editor()).json().path("items");
    }

    private int synonyms(String word) {
        return http.get("/api/v1/synonyms?q=" + word + "&region=" + CITY, editor())
                .json()
                .path("items")
                .size();
    }
}

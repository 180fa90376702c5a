package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.oneseal.platform.testkit.Http;
import tools.jackson.databind.JsonNode;

/** Adds up the items behind each figure of a region: what is told is what they make. */
final class FiguresByItems {

    private static final String PATH = "/api/v1/items/indicators";

    private final Http http;
    private final String token;
    private final String region;

    FiguresByItems(Http http, String token, String region) {
        this.http = http;
        this.token = token;
        this.region = region;
    }

    /** Figures as {@code items/indicators} tells them. */
    void prove(JsonNode all) {
        int items = all.path("items").asInt();
        Map<String, String> figures =
                Map.of(
                        "PROMISE_COMPRESSION", "promiseCompression",
                        "IMMEDIATE", "immediateShare",
                        "ZERO_TRIP", "zeroTripShare",
                        "ONLINE", "onlineShare",
                        "FULLY_ONLINE", "fullyOnlineShare",
                        "GUIDE_COVERAGE", "guideCoverage");
        figures.forEach(
                (figure, member) -> {
                    long[] sums = sums(figure);
                    JsonNode told = all.path(member);
                    assertThat(sums[0] * told.path("denominator").asLong())
                            .as(figure)
                            .isEqualTo(sums[1] * told.path("numerator").asLong());
                });
        long leveled = 0;
        for (JsonNode depth : all.path("onlineDepth")) {
            long of = sums("online-depth/" + depth.path("level").asString())[0];
            assertThat(of).isEqualTo(depth.path("items").asLong());
            leveled += of;
        }
        assertThat(leveled).isEqualTo(items);
        JsonNode coverage = http.get(PATH + "/coverage?region=" + region, token).json();
        assertThat(coverage.path("listed").asInt()).isEqualTo(items);
        assertThat(coverage.path("published").asInt() + coverage.path("missing").size())
                .isEqualTo(items);
        assertThat(coverage.path("departments").size()).isEqualTo(24);
        assertThat(http.get(PATH + "/NONE/items?region=" + region, token).status()).isEqualTo(400);
    }

    private long[] sums(String figure) {
        long[] sums = new long[2];
        String cursor = "";
        do {
            JsonNode page =
                    http.get(
                                    PATH
                                            + "/"
                                            + figure
                                            + "/items?limit=30&region="
                                            + region
                                            + cursor,
                                    token)
                            .json();
            for (JsonNode part : page.path("items")) {
                sums[0] += part.path("numerator").asLong();
                sums[1] += part.path("denominator").asLong();
            }
            cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return sums;
    }
}

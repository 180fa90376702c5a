package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Tokens;

/**
 * A county's health bureau, with what people apply for there and what it does of its own accord, as
 * Anna, one of the county's {@linkplain TwoEditors two editors}, writes it, for stories.
 */
final class HealthBureau {

    static final String POWERS = "/api/v1/powers";

    private final Http http;
    private final Tokens tokens;
    private final String region;

    HealthBureau(Http http, Tokens tokens, String region) {
        this.http = http;
        this.tokens = tokens;
        this.region = region;
    }

    static String code(String region) {
        return region.substring(0, 6) + "-WJ";
    }

    static String uscc(String region) {
        return CountyDesk.uscc(region, 1);
    }

    CountyDesk county() {
        return new CountyDesk(http, tokens, region);
    }

    TwoEditors editors() {
        return new TwoEditors(http, tokens, region);
    }

    String anna() {
        return editors().anna();
    }

    void set() {
        county().department(code(region), "卫生健康局", uscc(region));
    }

    /** Enters a matter in the province's directory, which every county draws its items from. */
    void matter(String code, String name, String type) {
        String province = tokens.of(Role.CATALOG_EDITOR).region("430000000000").mint();
        Http.Answer answer =
                http.post(
                        "/api/v1/basic-directory",
                        province,
                        Map.of("code", code, "matter", Map.of("name", name, "itemType", type)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    void appliedFor(String code, Map<String, Object> content, String from) {
        county().publish(code, county().draft(code, code(region), content), from);
    }

    Http.Answer begin(String code, Map<String, Object> content) {
        return http.post(
                POWERS,
                anna(),
                Map.of("code", code, "department", code(region), "content", content));
    }

    Http.Answer redraft(String code, String tag, Map<String, Object> content) {
        return http.put(POWERS + "/" + code + "/draft", anna(), content, "If-Match", tag);
    }

    /** Writes down a power that has to be right and is in force from a day on. */
    Http.Answer power(String code, Map<String, Object> content, String from) {
        Http.Answer published =
                act(
                        code,
                        "versions",
                        CountyDesk.tag(begin(code, content)),
                        Map.of("effectiveFrom", from));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        return published;
    }

    Http.Answer publish(String code, Http.Answer draft) {
        return act(code, "versions", CountyDesk.tag(draft), Map.of());
    }

    /** What Anna does with a power. */
    Http.Answer act(String code, String what, String tag, Object body) {
        return http.post(POWERS + "/" + code + "/" + what, anna(), body, "If-Match", tag);
    }
}

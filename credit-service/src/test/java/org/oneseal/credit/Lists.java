package org.oneseal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Tokens;
import tools.jackson.databind.JsonNode;

/** Officers and parties at work on lists, over HTTP. */
final class Lists {

    static final String PATH = "/api/v1/lists";

    private final Http http;
    final String anna;
    final String ben;
    private final Tokens tokens;

    Lists(Http http, Tokens tokens) {
        this.http = http;
        this.tokens = tokens;
        this.anna = officer("anna", District.LENGSHUITAN);
        this.ben = officer("ben", District.LENGSHUITAN);
    }

    String officer(String name, String region) {
        return tokens.of(Role.CREDIT_OFFICER).region(region).subject(name).mint();
    }

    String firm(String party) {
        return tokens.of(Role.APPLICANT).party(party).subject("of-" + party).mint();
    }

    /** A made-up code with valid check characters. */
    static String code() {
        String body = "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        String first17 = "91431103" + body + UnifiedSocialCreditCode.organisationCheck(body);
        return first17 + UnifiedSocialCreditCode.check(first17);
    }

    static Map<String, Object> proposal(String kind, String uscc, @Nullable String party) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("kind", "ORGANISATION");
        subject.put("name", "示例公司" + uscc.substring(8));
        subject.put("uscc", uscc);
        subject.put("party", party);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("subject", subject);
        body.put("facts", "提交虚假材料取得许可");
        body.put("ground", "冷市监罚〔2026〕12号");
        body.put("fields", List.of());
        return body;
    }

    JsonNode proposed(String kind, String uscc, @Nullable String party) {
        return ok(http.post(PATH, anna, proposal(kind, uscc, party)));
    }

    Http.Answer post(String id, String act, String token, @Nullable Object body, JsonNode at) {
        return http.post(
                PATH + "/" + id + act,
                token,
                body,
                "If-Match",
                "\"" + at.path("version").asLong() + "\"");
    }

    /** Proposed, told, stated, decided by another: listed on the clock's day. */
    JsonNode listed(String kind, String uscc, String party) {
        JsonNode listing = proposed(kind, uscc, party);
        String id = listing.path("id").asString();
        listing = ok(post(id, "/notice", anna, null, listing));
        listing =
                ok(
                        post(
                                id,
                                "/statements",
                                firm(party),
                                Map.of("text", "我单位没有异议", "conclusive", true),
                                listing));
        return ok(post(id, "/decision", ben, listing(), listing));
    }

    static Map<String, Object> listing() {
        return Map.of("list", true, "reason", "事实清楚，依据充分", "answer", "已核实，不予采纳");
    }

    static Map<String, Object> repair() {
        return Map.of("promise", "今后守法经营", "remedied", "已撤回许可并缴清罚款");
    }

    JsonNode shown(String id) {
        return ok(http.get(PATH + "/" + id, anna));
    }

    static JsonNode ok(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}

package org.oneseal.market;

import static org.oneseal.market.Marketplace.path;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.oneseal.market.Marketplace.Member;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.DrawProof;
import org.oneseal.platform.draw.DrawVerification;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Topics;
import tools.jackson.databind.JsonNode;

/** What is done with a project once it is announced, and what comes of it. */
record ProjectCourse(Http http, Topics topics) {

    Http.Answer act(String id, String act, String token, long version, Object body) {
        return http.post(path(id) + "/" + act, token, body, "If-Match", "\"" + version + "\"");
    }

    static long version(JsonNode project) {
        return project.path("version").asLong();
    }

    static Map<String, Object> contract(long fen, String signed, String due) {
        return Map.of("number", "ZJ-1", "amountFen", fen, "signedOn", signed, "dueOn", due);
    }

    static Member winner(JsonNode project, List<Member> members) {
        String uscc = project.path("selected").path("uscc").asString();
        return members.stream().filter(m -> m.uscc().equals(uscc)).findFirst().orElseThrow();
    }

    static List<String> codes(JsonNode institutions) {
        return institutions.valueStream().map(i -> i.path("uscc").asString()).toList();
    }

    /** What is wrong with a proof, given what was announced before and the value that came out. */
    static List<String> verified(JsonNode proof, String value, JsonNode... earlier) {
        return DrawVerification.of(
                        CanonicalJson.mapper().treeToValue(proof, DrawProof.class),
                        Stream.of(earlier)
                                .map(
                                        page ->
                                                CanonicalJson.mapper()
                                                        .treeToValue(
                                                                page.path("announcement"),
                                                                DrawAnnouncement.class))
                                .toList(),
                        value)
                .stream()
                .map(f -> f.code().name())
                .toList();
    }

    /** All that was told of a project by events of such types. */
    String told(String id, Predicate<String> types) {
        return topics.all("oneseal.market.v1").stream()
                .filter(m -> id.equals(m.key()))
                .filter(m -> types.test(Objects.requireNonNull(m.headers().get("ce_type"))))
                .map(m -> Objects.requireNonNull(m.value()))
                .reduce("", String::concat);
    }
}

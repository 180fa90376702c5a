package org.oneseal.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Licences of a district on a promise: some papers handed in, others promised, for stories. */
record Promises(Http http, District district) {

    static final String HYGIENE = "11431103YYYY00207T4000123012000";

    /** Publishes the item three papers of which may follow. */
    void publishItem() {
        district.publishItem(
                HYGIENE,
                item -> {
                    item.put("name", "公共场所卫生许可");
                    item.put("commitment", "POST_SUPPLEMENT");
                    ArrayNode materials = item.withArray("materials");
                    ObjectNode pattern = (ObjectNode) materials.get(2);
                    materials.remove(3);
                    for (String code : List.of("m4", "m5")) {
                        materials.add(pattern.deepCopy().put("code", code).put("name", code));
                    }
                });
    }

    /** The texts of a promise to hand in materials, before it is made. */
    Answer draft(String token, String... materials) {
        return http.get(draftUrl() + "&materials=" + String.join(",", materials), token);
    }

    static String draftUrl() {
        return "/api/v1/cases/promise-draft?item=" + HYGIENE;
    }

    static Map<String, Object> promise(JsonNode draft, String... materials) {
        return Map.of(
                "materials", List.of(materials), "textHash", draft.path("textHash").asString());
    }

    /** Files with two papers and a promise of others, by the texts of a draft. */
    Answer promised(String token, JsonNode draft, String... materials) {
        return file(token, HYGIENE, List.of("m1", "m2"), promise(draft, materials));
    }

    Answer file(
            String token,
            String item,
            List<String> materials,
            @Nullable Map<String, Object> promise) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("itemCode", item);
        body.put("materials", district.materials(materials.toArray(String[]::new)));
        if (promise != null) body.put("promise", promise);
        return http.post("/api/v1/cases", token, body);
    }

    Answer handIn(Answer before, String token, String... materials) {
        return http.post(
                InDistrict.url(before) + "/promised-materials",
                token,
                Map.of("materials", district.materials(materials)),
                "If-Match",
                "\"" + before.json().path("version").asLong() + "\"");
    }
}

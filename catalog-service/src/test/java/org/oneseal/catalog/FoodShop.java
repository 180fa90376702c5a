package org.oneseal.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop that sells food: its three items of two departments, and the package of them. */
final class FoodShop {

    static final String DISTRICT = "431024000000";
    static final String HEALTH = "431024-WJ";
    static final String HEALTH_USCC = CountyDesk.uscc(DISTRICT, 1);
    static final String MARKET = "431024-SJ";
    static final String MARKET_USCC = CountyDesk.uscc(DISTRICT, 2);
    static final String HYGIENE = HEALTH_USCC + "4000100001000";
    static final String WATER = HEALTH_USCC + "4000100002000";
    static final String FOOD = MARKET_USCC + "4000100007000";
    static final String CODE = "431024-shop";

    private FoodShop() {}

    static Map<String, Object> fit() {
        return content(
                List.of(
                        member(WATER, "licences"),
                        member(FOOD, "sale", after(HYGIENE, "r1", "m2")),
                        member(HYGIENE, "licences")));
    }

    static Map<String, Object> content(List<Map<String, Object>> members) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", text("开办食品店", "Opening a food shop"));
        content.put("basis", "永政办发〔2026〕1号");
        content.put(
                "stages",
                List.of(
                        Map.of(
                                "code",
                                "licences",
                                "name",
                                text("卫生许可", "hygiene"),
                                "lead",
                                HEALTH,
                                "limit",
                                CountyDesk.days(3)),
                        Map.of(
                                "code",
                                "sale",
                                "name",
                                text("经营许可", "sale"),
                                "lead",
                                MARKET,
                                "limit",
                                CountyDesk.days(5))));
        content.put("members", members);
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("code", "water");
        question.put("text", text("是否自行供水?", "Do you supply water yourself?"));
        question.put("kind", "BOOLEAN");
        content.put(
                "guidance",
                Map.of(
                        "questions",
                        List.of(question),
                        "determinations",
                        List.of(
                                Map.of(
                                        "code",
                                        "with_water",
                                        "when",
                                        "water",
                                        "effect",
                                        Map.of("kind", "INCLUDE_MEMBER", "target", WATER)))));
        return content;
    }

    static Map<String, Object> member(String item, String stage) {
        return Map.of("item", item, "stage", stage);
    }

    static Map<String, Object> member(String item, String stage, Map<String, Object> after) {
        return Map.of("item", item, "stage", stage, "after", List.of(after));
    }

    static Map<String, Object> after(
            String item, @Nullable String result, @Nullable String material) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("item", item);
        link.put("result", result);
        link.put("material", material);
        return link;
    }

    /** A licence whose form asks for the applicant's name under a title of its own. */
    static Map<String, Object> item(
            String uscc, String name, int promised, String application, String title) {
        Map<String, Object> content = CountyDesk.licence(uscc, name, promised);
        content.put(
                "materials",
                List.of(CountyDesk.material("m1", application), CountyDesk.material("m2", "身份证")));
        content.put(
                "forms",
                List.of(
                        Map.of(
                                "code",
                                "f",
                                "name",
                                application,
                                "version",
                                1,
                                "schema",
                                Map.of(
                                        "$schema",
                                        "https://json-schema.org/draft/2020-12/schema",
                                        "type",
                                        "object",
                                        "required",
                                        List.of("name"),
                                        "properties",
                                        Map.of(
                                                "name",
                                                Map.of(
                                                        "type", "string",
                                                        "title", title,
                                                        "x-data-element", "applicant.name"))))));
        return content;
    }

    static Map<String, Object> text(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }
}

package org.oneseal.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop that sells food: its three items of two departments, and the package of them. */
final class FoodShop {

    final String district;
    final String health;
    final String healthUscc;
    final String market;
    final String marketUscc;
    final String hygiene;
    final String water;
    final String food;
    final String code;

    /** In a district of its own. */
    FoodShop(String district) {
        String prefix = district.substring(0, 6);
        this.district = district;
        this.health = prefix + "-WJ";
        this.healthUscc = CountyDesk.uscc(district, 1);
        this.market = prefix + "-SJ";
        this.marketUscc = CountyDesk.uscc(district, 2);
        this.hygiene = healthUscc + "4000100001000";
        this.water = healthUscc + "4000100002000";
        this.food = marketUscc + "4000100007000";
        this.code = prefix + "-shop";
    }

    String path() {
        return "/api/v1/packages/" + code;
    }

    /** Both departments, and their three items, in force from a day on. */
    void departmentsAndItems(CountyDesk desk, String from) {
        desk.department(health, "卫生健康局", healthUscc);
        desk.department(market, "市场监督管理局", marketUscc);
        Map<String, Object> tap = item(healthUscc, "饮用水供水单位卫生许可", 2, "供水许可申请表", "姓名");
        Map<String, Object> sale = item(marketUscc, "食品经营许可", 5, "食品经营许可申请书", "申请人");
        sale.put(
                "materials",
                List.of(
                        CountyDesk.material("m1", "食品经营许可申请书"),
                        CountyDesk.material("m2", "公共场所卫生许可证"),
                        CountyDesk.material("m3", "身份证")));
        desk.publish(hygiene, desk.draft(hygiene, health, hygieneLicence()), from);
        desk.publish(water, desk.draft(water, health, tap), from);
        desk.publish(food, desk.draft(food, market, sale), from);
    }

    Map<String, Object> hygieneLicence() {
        return item(healthUscc, "公共场所卫生许可", 3, "卫生许可申请表", "经营者姓名");
    }

    Map<String, Object> fit() {
        return content(
                List.of(
                        member(water, "licences"),
                        member(food, "sale", after(hygiene, "r1", "m2")),
                        member(hygiene, "licences")));
    }

    Map<String, Object> content(List<Map<String, Object>> members) {
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
                                health,
                                "limit",
                                CountyDesk.days(3)),
                        Map.of(
                                "code",
                                "sale",
                                "name",
                                text("经营许可", "sale"),
                                "lead",
                                market,
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
                                        Map.of("kind", "INCLUDE_MEMBER", "target", water)))));
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
    private static Map<String, Object> item(
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

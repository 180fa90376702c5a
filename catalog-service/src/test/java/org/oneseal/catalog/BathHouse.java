package org.oneseal.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bath house that somebody opens: its licence, and the guide that asks what it will be. */
final class BathHouse {

    static final String DISTRICT = "431126000000";
    static final String TOWN = "431126001000";
    static final String HEALTH = "431126-WJ";
    static final String USCC = "11431126YYYY00012B";
    static final String ITEM = USCC + "4000100001000";
    static final String LICENCE_TYPE = "11431126YYYY000206007";

    private BathHouse() {}

    /** The licence with its guide, which may be published as it stands. */
    static Map<String, Object> content() {
        Map<String, Object> content = CountyDesk.licence(USCC, "公共场所卫生许可", 5);
        Map<String, Object> licence = new LinkedHashMap<>(CountyDesk.material("m4", "营业执照"));
        licence.put("certificateType", LICENCE_TYPE);
        content.put(
                "materials",
                List.of(
                        CountyDesk.material("m1", "申请表"),
                        CountyDesk.material("m2", "卫生检测报告"),
                        CountyDesk.material("m3", "监护人同意书"),
                        licence));
        content.put(
                "fees",
                List.of(
                        Map.of(
                                "name", "检测费",
                                "amountFen", 10000,
                                "standard", "每次100元",
                                "basis", "湘发改价费〔2019〕1号")));
        content.put("guidance", guidance());
        return content;
    }

    private static Map<String, Object> guidance() {
        return Map.of(
                "questions",
                List.of(
                        choice("kind", "bath", "hotel"),
                        question("area", "NUMBER", "kind == 'bath'"),
                        question("age", "DATE", null)),
                "variants",
                List.of(
                        Map.of("code", "large", "name", text("大型浴室", "large bath house")),
                        Map.of("code", "usual", "name", text("一般情形", "usual case"))),
                "determinations",
                List.of(
                        determination(
                                "large_bath", "kind == 'bath' && area > 300", "VARIANT", "large"),
                        determination("usual", "true", "VARIANT", "usual"),
                        determination("report", "kind == 'bath'", "REQUIRE_MATERIAL", "m2"),
                        determination(
                                "consent", "years(age, today) < 18", "REQUIRE_MATERIAL", "m3"),
                        determination("minor", "years(age, today) < 18", "ADD_ROLE", "guardian"),
                        determination("fee", "area > 300", "SET_FEE", "检测费"),
                        determination("free", "kind == 'hotel'", "WAIVE_FEE", "检测费"),
                        determination(
                                "young",
                                "years(age, today) < 16 && age > date('2011-01-01')",
                                "REFUSE",
                                null)));
    }

    static Map<String, Object> determination(
            String code, String when, String kind, @Nullable String target) {
        Map<String, Object> effect = new LinkedHashMap<>();
        effect.put("kind", kind);
        if (target != null) effect.put("target", target);
        if (kind.equals("SET_FEE")) effect.put("amountFen", 20000);
        if (kind.equals("ADD_ROLE")) effect.put("text", text("监护人", "guardian"));
        if (kind.equals("REFUSE"))
            effect.put("text", text("未满十六周岁不能申请", "Nobody under sixteen can apply"));
        String ground = kind.equals("REFUSE") ? "民法典第十八条" : "公共场所卫生管理条例第四条";
        return Map.of("code", code, "when", when, "effect", effect, "ground", ground);
    }

    static Map<String, Object> question(String code, String kind, @Nullable String when) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("code", code);
        question.put("text", text("问题" + code, "question " + code));
        question.put("kind", kind);
        question.put("when", when);
        return question;
    }

    static Map<String, Object> choice(String code, String first, String second) {
        Map<String, Object> question = new LinkedHashMap<>(question(code, "CHOICE", null));
        question.put(
                "options",
                List.of(
                        Map.of("code", first, "text", text("浴室", "bath house")),
                        Map.of("code", second, "text", text("宾馆", "hotel"))));
        return question;
    }

    static Map<String, Object> text(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }
}

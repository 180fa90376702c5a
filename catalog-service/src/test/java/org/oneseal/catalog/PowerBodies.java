package org.oneseal.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Powers as an editor writes them, for stories. */
public final class PowerBodies {

    private static final List<String> STAGES = List.of("立案", "调查取证", "审理", "告知", "决定", "送达", "执行");

    private PowerBodies() {}

    /** A penalty that may be published as it stands. */
    public static Map<String, Object> penalty(String name) {
        Map<String, Object> content = of(name, "02", STAGES);
        content.put(
                "measures",
                List.of(Map.of("kind", "警告"), Map.of("kind", "罚款", "extent", "五百元以上三万元以下")));
        content.put("bases", List.of(basis("公共场所卫生管理条例实施细则", "DEPARTMENT_RULE")));
        return content;
    }

    /** An inspection that may be published as it stands. */
    public static Map<String, Object> inspection(String name) {
        Map<String, Object> content = of(name, "06", List.of("检查", "处置"));
        content.put("measures", List.of(Map.of("kind", "双随机检查")));
        content.put("bases", List.of(basis("公共场所卫生管理条例", "ADMINISTRATIVE_REGULATION")));
        return content;
    }

    private static Map<String, Object> of(String name, String type, List<String> stages) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", name);
        content.put("itemType", type);
        content.put("authority", Map.of("source", "STATUTORY", "nature", "STATUTORY"));
        content.put("office", "综合监督执法局");
        content.put("subjects", List.of("NATURAL", "LEGAL"));
        content.put("duties", duties(stages.stream()));
        content.put("liabilities", List.of(Map.of("text", "没有法律和事实依据实施的", "basis", "行政处罚法第七十六条")));
        content.put("complaints", "12345");
        return content;
    }

    public static List<Map<String, String>> duties(Stream<String> stages) {
        return stages.map(stage -> Map.of("stage", stage, "text", stage + "责任")).toList();
    }

    public static Map<String, String> basis(String act, String rank) {
        return Map.of("act", act, "rank", rank, "clause", "第二十六条", "text", "卫生行政部门应当……");
    }
}

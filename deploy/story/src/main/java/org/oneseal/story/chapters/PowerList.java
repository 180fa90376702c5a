package org.oneseal.story.chapters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import tools.jackson.databind.JsonNode;

/**
 * What the health bureau may do of its own accord stands in its power list beside what people apply
 * for; then the lists of the district are inspected. The two powers are made up after public lists.
 */
final class PowerList {

    private static final String REGION = DistrictChapter.REGION;
    private static final String HEALTH = "431103-WJ";
    private static final List<Entry> POWERS =
            List.of(
                    new Entry(
                            "430200001000",
                            "02",
                            "对未取得公共场所卫生许可证擅自营业的处罚",
                            "罚款",
                            List.of("立案", "调查取证", "审理", "告知", "决定", "送达", "执行")),
                    new Entry("430600001000", "06", "公共场所卫生监督检查", "双随机检查", List.of("检查", "处置")));

    private final Desk desk;
    private final Narrator narrator;
    private final Desk.Person editor;

    PowerList(Desk desk, Narrator narrator) {
        this.desk = desk;
        this.narrator = narrator;
        this.editor = desk.officer("editor");
    }

    /** A power of the bureau. */
    private record Entry(
            String matter, String type, String name, String measure, List<String> stages) {}

    void tell(Map<String, Object> report) {
        JsonNode bureau = desk.get(editor, "/api/v1/departments/" + HEALTH).ok();
        for (Entry entry : POWERS) publish(bureau.path("uscc").asString(), entry);
        JsonNode list = desk.get(editor, "/api/v1/standing-lists/POWERS?department=" + HEALTH).ok();
        StringBuilder types = new StringBuilder();
        for (JsonNode type : list.path("byType")) {
            if (!types.isEmpty()) types.append(", ");
            types.append(type.path("itemType").asString())
                    .append(": ")
                    .append(type.path("entries").asInt());
        }
        narrator.say("权责清单 of 卫生健康局 (by type): %s", types);
        for (JsonNode entry : list.path("items")) {
            if (!entry.path("kind").asString().equals("POWER")) continue;
            narrator.detail(
                    "%s, version %d, %s",
                    entry.path("name").asString(),
                    entry.path("version").asInt(),
                    entry.path("contentHash").asString());
        }
        report.put("powersByType", types.toString());
        inspect(report);
    }

    private void publish(String uscc, Entry entry) {
        String code = uscc + "4" + entry.matter();
        if (desk.get(editor, "/api/v1/powers/" + code).status() == 200) return;
        Desk.Person operator = desk.officer("operator");
        if (desk.get(operator, "/api/v1/basic-directory/" + entry.matter()).status() != 200) {
            Map<String, Object> matter =
                    Map.of(
                            "name", entry.name(),
                            "itemType", entry.type(),
                            "bodies", List.of("卫生健康局"));
            desk.post(
                            operator,
                            "/api/v1/basic-directory",
                            Map.of("code", entry.matter(), "matter", matter))
                    .ok();
        }
        Desk.Answer begun =
                desk.post(
                        editor,
                        "/api/v1/powers",
                        Map.of("code", code, "department", HEALTH, "content", content(entry)));
        begun.ok();
        desk.post(editor, "/api/v1/powers/" + code + "/versions", Map.of(), begun.version()).ok();
    }

    private static Map<String, Object> content(Entry entry) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", entry.name());
        content.put("itemType", entry.type());
        content.put("authority", Map.of("source", "STATUTORY", "nature", "STATUTORY"));
        content.put("office", "卫生计生综合监督执法局");
        content.put("subjects", List.of("NATURAL", "LEGAL"));
        content.put("measures", List.of(Map.of("kind", entry.measure())));
        content.put(
                "bases",
                List.of(
                        Map.of(
                                "act", "公共场所卫生管理条例",
                                "rank", "ADMINISTRATIVE_REGULATION",
                                "clause", "第十四条",
                                "text", "未取得卫生许可证擅自营业的,卫生防疫机构可以给予行政处罚。")));
        content.put("duties", entry.stages().stream().map(PowerList::duty).toList());
        content.put("liabilities", List.of(Map.of("text", "没有法律和事实依据实施的")));
        content.put("complaints", "12345");
        return content;
    }

    private static Map<String, String> duty(String stage) {
        return Map.of("stage", stage, "text", "依法履行" + stage + "责任");
    }

    /** How far the lists have come, and what the entry that says least does not say. */
    private void inspect(Map<String, Object> report) {
        String path = "/api/v1/items/indicators/inspection";
        JsonNode found = desk.get(editor, path + "?region=" + REGION).ok();
        narrator.say(
                "事项巡检: 认领率 %s, 清单填报率 %s, 详实度 %s (%d of %d elements)",
                percent(found.path("claimRate")),
                percent(found.path("fillRate")),
                percent(found.path("detail")),
                found.path("said").asInt(),
                found.path("asked").asInt());
        report.put("claimRate", percent(found.path("claimRate")));
        report.put("fillRate", percent(found.path("fillRate")));
        report.put("detail", percent(found.path("detail")));
        Lists.all(desk, editor, path + "/entries?department=" + HEALTH).stream()
                .max((a, b) -> Integer.compare(a.path("missing").size(), b.path("missing").size()))
                .ifPresent(
                        entry ->
                                narrator.detail(
                                        "%s does not say: %s",
                                        entry.path("name").asString(),
                                        String.join("、", names(entry.path("missing")).toList())));
    }

    private static Stream<String> names(JsonNode missing) {
        return missing.valueStream().map(m -> m.path("name").asString());
    }

    private static String percent(JsonNode rate) {
        if (rate.isNull()) return "–";
        return "%d/%d = %s %%"
                .formatted(
                        rate.path("numerator").asLong(),
                        rate.path("denominator").asLong(),
                        rate.path("percent").asString());
    }
}

package org.oneseal.story.chapters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import tools.jackson.databind.JsonNode;

/**
 * The district's directory of data resources: what its units have to fill in, what of it is shared,
 * and one department that asks another for data, for an item of its own. The entries are made up.
 */
final class SharedData {

    private static final String REGION = DistrictChapter.REGION;
    private static final String PATH = "/api/v1/data-resources";
    private static final String HYGIENE = "431103-hygiene-licences";
    private static final String HEALTH = "431103-WJ";
    private static final String ENVIRONMENT = "431103-HJ";
    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry(HYGIENE, HEALTH, "公共场所卫生许可信息", "CONDITIONAL", "公共场所卫生管理条例"),
                    new Entry("431103-births", HEALTH, "出生医学证明信息", "CONDITIONAL", "母婴保健法"),
                    new Entry("431103-enterprises", "431103-SJ", "市场主体登记信息", "UNCONDITIONAL", null),
                    new Entry(
                            "431103-adoptions", "431103-MZ", "收养登记信息", "NOT_SHARED", "民法典第一千一百一十条"),
                    new Entry("431103-disabled", "431103-CL", "残疾人证信息", null, null));

    private final Desk desk;
    private final Narrator narrator;
    private final Desk.Person editor;

    SharedData(Desk desk, Narrator narrator) {
        this.desk = desk;
        this.narrator = narrator;
        this.editor = desk.officer("editor");
    }

    /**
     * An entry.
     *
     * @param share whether it is shared, null where its unit has not filled it in
     */
    private record Entry(
            String code,
            String department,
            String name,
            @Nullable String share,
            @Nullable String ground) {}

    void tell(Map<String, Object> report) {
        for (Entry entry : ENTRIES) fillIn(entry);
        JsonNode rate = desk.get(editor, PATH + "/fill-rate?region=" + REGION).ok();
        String text =
                "%d/%d = %s %%"
                        .formatted(
                                rate.path("filled").asInt(),
                                rate.path("due").asInt(),
                                rate.at("/rate/percent").asString());
        narrator.say("政务数据资源目录 (data resources that units have filled in): %s", text);
        report.put("dataResources", text);
        list("供给清单 (shared, on a condition or without)", "SUPPLY", "dataSupply", report);
        list("负面清单 (not shared, by an act)", "NEGATIVE", "dataNotShared", report);
        demand(report);
    }

    private void fillIn(Entry entry) {
        if (desk.get(editor, "/api/v1/departments/" + entry.department()).status() != 200) return;
        String path = PATH + "/" + entry.code();
        if (desk.get(editor, path).status() != 200) {
            Map<String, String> due =
                    Map.of(
                            "code", entry.code(),
                            "department", entry.department(),
                            "name", entry.name());
            desk.post(editor, PATH, Map.of("entries", List.of(due))).ok();
        }
        Desk.Answer known = desk.get(editor, path);
        boolean due = known.ok().path("status").asString().equals("DUE");
        if (entry.share() == null || !due) return;
        desk.post(editor, path + "/versions", Map.of("content", content(entry)), known.version())
                .ok();
    }

    private static Map<String, Object> content(Entry entry) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", entry.name());
        content.put(
                "elements",
                List.of(
                        element("holder.name", "持证人姓名", true),
                        element("document.number", "证号", false)));
        content.put("share", entry.share());
        boolean conditional = "CONDITIONAL".equals(entry.share());
        content.put("condition", conditional ? "限行政许可办理中核验" : null);
        content.put("ground", entry.ground());
        content.put("frequency", "DAILY");
        content.put("delivery", "INTERFACE");
        return content;
    }

    private static Map<String, Object> element(String code, String name, boolean personal) {
        return Map.of("code", code, "name", name, "type", "TEXT", "personal", personal);
    }

    private void list(String title, String which, String member, Map<String, Object> report) {
        List<String> names =
                Lists.all(desk, editor, PATH + "?region=" + REGION + "&list=" + which).stream()
                        .map(line -> line.path("name").asString())
                        .toList();
        narrator.say("%s: %d", title, names.size());
        narrator.detail(String.join("、", names));
        report.put(member, names.size());
    }

    /** The environment's officer asks for one of its items, the health bureau's officer answers. */
    private void demand(Map<String, Object> report) {
        Desk.Person asker = desk.officer("officer");
        Optional<JsonNode> item =
                Lists.all(desk, editor, "/api/v1/items?status=IN_FORCE&department=" + ENVIRONMENT)
                        .stream()
                        .findFirst();
        if (item.isEmpty() || desk.get(asker, PATH + "/" + HYGIENE).status() != 200) return;
        String known = "/api/v1/data-demands?resource=" + HYGIENE;
        if (Lists.all(desk, asker, known).isEmpty()) ask(asker, item.get());
        JsonNode told = Lists.all(desk, asker, known).getFirst();
        narrator.say(
                "需求清单: 生态环境分局 asks 卫生健康局 for 公共场所卫生许可信息 (%s): %s, due by %s",
                told.path("purpose").asString(),
                told.path("state").asString(),
                told.path("due").asString());
        report.put("dataDemand", told.path("state").asString());
    }

    private void ask(Desk.Person asker, JsonNode item) {
        Map<String, Object> demand =
                Map.of(
                        "department",
                        ENVIRONMENT,
                        "item",
                        item.path("code").asString(),
                        "purpose",
                        "核验" + item.path("name").asString() + "申请人的卫生许可",
                        "elements",
                        List.of("holder.name", "document.number"),
                        "consent",
                        "APPLICANT");
        Desk.Answer filed = desk.post(asker, PATH + "/" + HYGIENE + "/demands", demand);
        String at = "/api/v1/data-demands/" + filed.ok().path("id").asString();
        desk.post(
                        desk.officer("health-officer"),
                        at + "/answer",
                        Map.of("agreed", true),
                        filed.version())
                .ok();
    }
}

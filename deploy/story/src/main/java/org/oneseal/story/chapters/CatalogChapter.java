package org.oneseal.story.chapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import tools.jackson.databind.JsonNode;

/**
 * The district's lists as its report names them: licences, the park, towns, communities, villages,
 * the shortened promises, tolerance, promise-based filing, the directory of intermediary services,
 * the power list and its inspection, the data that departments share; every number read from the
 * API. Then a newcomer searches.
 */
public final class CatalogChapter {

    private static final String REGION = DistrictChapter.REGION;
    private static final int A_LINE = 6;
    private static final Path HANDED_ON =
            Path.of("catalog-service/src/main/resources/reference/handed-on-431103.csv");

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;
    private final Desk.Person editor;
    private final Map<String, String> codes = new LinkedHashMap<>();

    public CatalogChapter(Surroundings where, Desk desk, Narrator narrator) {
        this.where = where;
        this.desk = desk;
        this.narrator = narrator;
        this.editor = desk.officer("editor");
    }

    public Map<String, Object> tell() throws IOException {
        narrator.chapter("冷水滩区 publishes its lists, and a newcomer searches them");
        Map<String, Object> report = new LinkedHashMap<>();
        List<JsonNode> items = Lists.all(desk, editor, "/api/v1/items?region=" + REGION);
        items.forEach(i -> codes.put(i.path("name").asString(), i.path("code").asString()));
        narrator.say("Of %d items:", items.size());
        list(
                "行政许可事项清单 (licences)",
                "licences",
                names(Lists.all(desk, editor, "/api/v1/items?type=01&region=" + REGION).stream()),
                report);
        reforms(report);
        handOn();
        received(report);
        figures(report);
        directory(report);
        new PowerList(desk, narrator).tell(report);
        new SharedData(desk, narrator).tell(report);
        search(report);
        return report;
    }

    private void reforms(Map<String, Object> report) {
        list(
                "容缺受理事项清单 (materials may follow)",
                "tolerance",
                names(listed("TOLERANCE").stream()),
                report);
        list(
                "告知承诺制事项清单 (a promise instead of proof)",
                "promiseBased",
                names(listed("COMMITMENT").stream()),
                report);
    }

    private List<JsonNode> listed(String reform) {
        return Lists.all(desk, editor, "/api/v1/items?region=" + REGION + "&reform=" + reform);
    }

    private static List<String> names(Stream<JsonNode> of) {
        return of.map(node -> node.path("name").asString()).toList();
    }

    /** A list as the hall would put it up: its title, how many, and each by its name. */
    private void list(String title, String member, List<String> names, Map<String, Object> report) {
        narrator.say("%s: %d", title, names.size());
        for (int i = 0; i < names.size(); i += A_LINE) {
            narrator.detail(String.join("、", names.subList(i, Math.min(names.size(), i + A_LINE))));
        }
        report.put(member, names.size());
    }

    private void directory(Map<String, Object> report) {
        List<String> services =
                Lists.all(desk, editor, "/api/v1/directory?region=" + REGION).stream()
                        .map(
                                service ->
                                        "%s (%s)"
                                                .formatted(
                                                        service.path("name").asString(),
                                                        service.path("legalBasis").asString()))
                        .toList();
        list(
                "中介服务事项目录 (with the law that allows asking)",
                "intermediaryServices",
                services,
                report);
        narrator.detail("A district brings a longer list of its own as a table.");
    }

    /** Some matters go to the park, a town, a community and a village; each told once. */
    private void handOn() throws IOException {
        List<String> holding =
                received("").stream()
                        .map(line -> line.at("/grant/receiver").asString())
                        .distinct()
                        .toList();
        List<String> lines =
                Files.readAllLines(where.checkout().resolve(HANDED_ON)).stream()
                        .filter(line -> !line.startsWith("#"))
                        .skip(1)
                        .toList();
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            if (holding.contains(cells[1])) continue;
            department(cells[1], cells[2], cells[3], cells[4]);
            grant(cells[0], cells[1], List.of(cells[5].split("\\|")));
        }
    }

    private void department(String code, String name, String uscc, String region) {
        Desk.Person operator = desk.officer("operator");
        if (desk.get(operator, "/api/v1/departments/" + code).status() == 200) return;
        desk.post(
                        operator,
                        "/api/v1/departments",
                        Map.of("code", code, "name", name, "uscc", uscc, "region", region))
                .ok();
    }

    private void grant(String kind, String to, List<String> names) {
        LocalDate today = AsOf.of(where);
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("kind", kind);
        act.put("to", to);
        act.put("items", names.stream().filter(codes::containsKey).map(codes::get).toList());
        act.put("departments", List.of());
        act.put("validFrom", today.toString());
        act.put("ground", "冷水滩区人民政府关于下放和赋权事项的决定（演示）");
        if (kind.equals("PARK")) {
            act.put(
                    "letter",
                    Map.of(
                            "number",
                            "冷政授〔演示〕1号",
                            "issuedBy",
                            "冷水滩区人民政府",
                            "signedOn",
                            today.toString(),
                            "digest",
                            "SM3:" + "0".repeat(64)));
        }
        Desk.Answer answer = desk.post(editor, "/api/v1/delegations", act);
        JsonNode granted = answer.ok();
        if (!granted.path("state").asString().equals("AWAITING_TAKEOVER")) return;
        desk.post(
                        editor,
                        "/api/v1/delegations/" + granted.path("id").asString() + "/takeover",
                        Map.of(),
                        "If-Match",
                        "\"" + answer.version() + "\"")
                .ok();
    }

    private List<JsonNode> received(String which) {
        return Lists.all(desk, editor, "/api/v1/delegations/items?region=" + REGION + which);
    }

    private void received(Map<String, Object> report) {
        list("园区赋权 (the park)", "park", names(received("&kind=PARK").stream()), report);
        list(
                "下放乡镇(街道) (towns)",
                "towns",
                names(received("&level=TOWN&kind=HANDED_DOWN").stream()),
                report);
        Map<Boolean, List<JsonNode>> below =
                received("&level=VILLAGE&kind=HANDED_DOWN").stream()
                        .collect(Collectors.partitioningBy(this::ofCommunity));
        list(
                "下放社区 (communities)",
                "communities",
                names(below.getOrDefault(true, List.of()).stream()),
                report);
        list(
                "下放村 (villages)",
                "villages",
                names(below.getOrDefault(false, List.of()).stream()),
                report);
    }

    private boolean ofCommunity(JsonNode line) {
        return desk.get(editor, "/api/v1/regions/" + line.path("receiverRegion").asString())
                .ok()
                .path("name")
                .asString()
                .contains("社区");
    }

    private void figures(Map<String, Object> report) {
        JsonNode told = desk.get(editor, "/api/v1/items/indicators?region=" + REGION).ok();
        share("承诺时限压缩", told.path("promiseCompression"), "promiseCompression", report);
        share("即办件", told.path("immediateShare"), "immediate", report);
        share("网上可办", told.path("onlineShare"), "online", report);
        share("零跑动", told.path("zeroTripShare"), "zeroTrip", report);
        StringBuilder depth = new StringBuilder();
        for (JsonNode level : told.path("onlineDepth")) {
            depth.append(
                    " %s: %d"
                            .formatted(
                                    level.path("level").asString(), level.path("items").asInt()));
        }
        narrator.say("网办深度:%s", depth);
        JsonNode coverage =
                desk.get(editor, "/api/v1/items/indicators/coverage?region=" + REGION).ok();
        narrator.say(
                "Of the basic directory: %d of %d matters published",
                coverage.path("published").asInt(), coverage.path("listed").asInt());
        report.put("coverage", coverage.path("published").asInt());
    }

    private void share(String name, JsonNode ratio, String member, Map<String, Object> report) {
        String text =
                "%d/%d = %s %%"
                        .formatted(
                                ratio.path("numerator").asLong(),
                                ratio.path("denominator").asLong(),
                                ratio.path("percent").asString());
        narrator.say("%s: %s", name, text);
        report.put(member, text);
    }

    private void search(Map<String, Object> report) {
        for (String typed : List.of("spjyxk", "开饭馆怎么办理", "公共厂所卫生")) {
            JsonNode hit =
                    desk.get(
                                    editor,
                                    "/api/v1/search?region="
                                            + REGION
                                            + "&q="
                                            + java.net.URLEncoder.encode(
                                                    typed, java.nio.charset.StandardCharsets.UTF_8))
                            .ok()
                            .at("/items/0");
            narrator.say(
                    "Search \"%s\" finds %s (%s)",
                    typed, hit.path("title").asString("nothing"), hit.path("fit").asString(""));
            report.put("search " + typed, hit.path("title").asString("nothing"));
        }
    }
}

package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import tools.jackson.databind.JsonNode;

/**
 * The same firm's second project, seen from inside the office: from the pool to a desk, another
 * department asked, more time asked for and approved by somebody else, and refused, with ground,
 * remedies and a sealed document that goes out by courier.
 */
public final class OfficeChapter {

    private static final String ITEM = "建设项目环境影响报告表审批";
    private static final String GROUND = "《建设项目环境保护管理条例》第十一条第一项";
    private static final Map<String, Object> TEN_DAYS = Map.of("amount", 10, "unit", "WORKING_DAY");

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;
    private final Counter counter;

    public OfficeChapter(Surroundings where, Desk desk, Narrator narrator) {
        this.where = where;
        this.desk = desk;
        this.narrator = narrator;
        this.counter = new Counter(desk, narrator);
    }

    public Map<String, Object> tell() throws IOException {
        narrator.chapter(
                "Inside the office: a project is refused, and can prove why (" + ITEM + ")");
        var owner = desk.citizenInApp("zhang");
        counter.firm(owner);
        for (String username : List.of("officer", "chief", "health-officer")) {
            desk.post(desk.officer(username), "/api/v1/cases/officers", null).ok();
        }
        Desk.Answer submitted = submit(owner);
        String id = submitted.json().path("id").asString();
        String path = "/api/v1/cases/" + id;
        Desk.Answer accepted = act("clerk", path + "/acceptance", null, submitted);
        List<String> dues = new ArrayList<>();
        dues.add(counter.due("due after acceptance", owner, path));
        Desk.Answer claimed = claimed(path, id, accepted);
        Desk.Answer answered = consulted(path, claimed);
        Desk.Answer extended = extended(path, answered);
        dues.add(counter.due("due with the extension", owner, path));
        Desk.Answer refused = refused(path, extended);
        explain(owner, path);

        Map<String, Object> report = new LinkedHashMap<>();
        report.put("case", id);
        report.put("dues", dues);
        report.put("granted", refused.json().at("/decision/granted").asBoolean());
        report.put("papers", papers(owner, path));
        report.put("delivered", delivered(owner, path, refused));
        report.put("messages", counter.messages(owner, id, 3).size());
        return report;
    }

    private Desk.Answer submit(Desk.Person owner) {
        JsonNode item = counter.item(owner, ITEM);
        List<Map<String, Object>> materials = new ArrayList<>();
        for (JsonNode material : item.path("materials")) {
            if (!"REQUIRED".equals(material.path("necessity").asString())) continue;
            materials.add(Map.of("code", material.path("code").asString(), "form", "ELECTRONIC"));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("itemCode", item.path("itemCode").asString());
        body.put("channel", "APP");
        body.put("region", REGION);
        body.put("materials", materials);
        body.put("form", Map.of("project", "河岸电镀车间（示例）", "investment", 3_000_000));
        Desk.Answer answer = desk.post(owner, "/api/v1/cases", body);
        narrator.say(
                "The firm applies for a second project, a plating shop by the river: case %s",
                answer.ok().path("caseNumber").asString());
        return answer;
    }

    /** Who takes a case from the pool has it; nobody else acts on it by accident. */
    private Desk.Answer claimed(String path, String id, Desk.Answer accepted) {
        JsonNode pool =
                desk.get(desk.officer("officer"), "/api/v1/cases/work?list=POOL&limit=200").ok();
        narrator.say(
                "In the department's pool: %d cases, hers %s",
                pool.path("items").size(), pool.toString().contains(id) ? "among them" : "MISSING");
        Desk.Answer claimed =
                act("officer", path + "/assignment", Map.of("action", "CLAIM"), accepted);
        Desk.Answer other =
                desk.post(
                        desk.officer("liaison"),
                        path + "/steps",
                        Map.of("step", "examine", "action", "START"),
                        claimed.version());
        narrator.say(
                "An officer takes it to her desk; a colleague is told: %s", other.firstObjection());
        return claimed;
    }

    private Desk.Answer consulted(String path, Desk.Answer claimed) {
        Desk.Answer asked =
                act(
                        "officer",
                        path + "/consultations",
                        Map.of(
                                "department", "431103-WJ",
                                "question", "拟选址距饮用水取水口三百米，是否影响供水卫生？",
                                "limit", Map.of("amount", 3, "unit", "WORKING_DAY")),
                        claimed);
        Desk.Person health = desk.officer("health-officer");
        JsonNode waiting =
                desk.get(health, "/api/v1/cases/consultations").ok().path("items").get(0);
        String consultation = waiting.path("consultationId").asString();
        narrator.say(
                "The health bureau is asked and has until %s; of the case it sees the question only (%d)",
                AsOf.day(waiting.path("due").asString()), desk.get(health, path).status());
        String question = "/api/v1/cases/consultations/" + consultation;
        desk.post(
                        health,
                        question + "/answer",
                        Map.of("position", "OPPOSED", "answer", "位于饮用水水源二级保护区内，不同意"),
                        desk.get(health, question).version())
                .ok();
        narrator.say("It answers: opposed, the site lies in a protected area of drinking water");
        return desk.get(
                desk.officer("officer"), "/api/v1/cases/" + asked.json().path("id").asString());
    }

    /** The clock moves with the approval, and the approver is another person. */
    private Desk.Answer extended(String path, Desk.Answer before) {
        Desk.Answer asked =
                act(
                        "officer",
                        path + "/extension",
                        Map.of("by", TEN_DAYS, "reason", "需补充现场核查"),
                        before);
        Desk.Answer own =
                desk.post(
                        desk.officer("officer"),
                        path + "/extension/approval",
                        Map.of("approved", true),
                        asked.version());
        narrator.say(
                "She asks for ten more working days; approving them herself: %s",
                own.firstObjection());
        Desk.Answer extended =
                act("chief", path + "/extension/approval", Map.of("approved", true), asked);
        Desk.Answer twice =
                desk.post(
                        desk.officer("officer"),
                        path + "/extension",
                        Map.of("by", TEN_DAYS, "reason", "再次延长"),
                        extended.version());
        narrator.say(
                "The chief approves; a second extension is refused: %s", twice.firstObjection());
        return extended;
    }

    private Desk.Answer refused(String path, Desk.Answer before) {
        Desk.Answer examined =
                act(
                        "officer",
                        path + "/steps",
                        Map.of(
                                "step",
                                "examine",
                                "action",
                                "COMPLETE",
                                "opinion",
                                "选址不符合要求，建议不予批准"),
                        before);
        Desk.Answer bare =
                desk.post(
                        desk.officer("chief"),
                        path + "/decision",
                        Map.of("granted", false),
                        examined.version());
        narrator.say("A refusal without grounds is none: %s", bare.firstObjection());
        Desk.Answer refused =
                act(
                        "chief",
                        path + "/decision",
                        Map.of(
                                "granted",
                                false,
                                "ground",
                                GROUND,
                                "reason",
                                "选址位于饮用水水源二级保护区，不符合环境保护法律法规和相关法定规划"),
                        examined);
        narrator.say(
                "Refused with ground and reason: %s",
                refused.json().at("/decision/decisionNumber").asString());
        return refused;
    }

    private void explain(Desk.Person owner, String path) {
        narrator.say("The deadline, explained:");
        desk.get(owner, path + "/deadline")
                .ok()
                .path("summary")
                .forEach(line -> narrator.detail("%s", line.asString()));
    }

    /** The applicant takes each paper home, as PDF and as OFD, and sees that it is what it says. */
    private List<String> papers(Desk.Person owner, String path) throws IOException {
        Path folder = Files.createDirectories(where.work().resolve("papers"));
        List<String> kinds = new ArrayList<>();
        for (JsonNode paper : desk.get(owner, path + "/papers").ok()) {
            String kind = paper.path("kind").asString();
            kinds.add(kind);
            for (String format : List.of("PDF", "OFD")) {
                Path file = folder.resolve((kind + "." + format).toLowerCase(Locale.ROOT));
                String digest =
                        desk.download(owner, path + "/papers/" + kind + "?format=" + format, file);
                Digest told = Digest.parse(digest);
                boolean holds = Digest.of(told.algorithm(), Files.readAllBytes(file)).equals(told);
                if (!holds) throw new IllegalStateException(file + " is not " + digest);
                narrator.detail(
                        "%s (%s), %d bytes: %s",
                        paper.path("title").asString(), format, Files.size(file), file);
            }
        }
        return kinds;
    }

    private Map<String, Object> delivered(Desk.Person owner, String path, Desk.Answer refused) {
        Desk.Answer delivered =
                act(
                        "clerk",
                        path + "/delivery",
                        Map.of("method", "COURIER", "courierNumber", "SF1234567890"),
                        refused);
        delivered.ok();
        JsonNode acknowledged = desk.post(owner, path + "/delivery/acknowledgement", null).ok();
        narrator.say(
                "It goes out by courier %s, and she acknowledges it",
                acknowledged.path("courierNumber").asString());
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("method", acknowledged.path("method").asString());
        report.put("acknowledged", acknowledged.path("acknowledgedAt").isString());
        return report;
    }

    private Desk.Answer act(
            String officer, String path, @Nullable Object body, Desk.Answer before) {
        Desk.Answer answer = desk.post(desk.officer(officer), path, body, before.version());
        answer.ok();
        return answer;
    }
}

package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import org.oneseal.story.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * A firm gets its environmental approval: from an app to a certificate that anybody can verify,
 * with a correction, a lawful suspension, three different people, and evidence checked offline.
 */
public final class LicenceChapter {

    /** A published sample number; nobody's. */
    static final String CITIZEN_NUMBER = "11010519491231002X";

    /** Made up, with a valid check character. */
    static final String FIRM_USCC = "91431103MA4YYYY0X6";

    static final String PHONE = "13900000000";
    private static final String ITEM = "建设项目环境影响报告表审批";
    private static final int REVIEW_DAYS = 15;

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;
    private final Counter counter;
    private final OfflineVerifier verifier;

    public LicenceChapter(Surroundings where, Desk desk, Narrator narrator) {
        this.where = where;
        this.desk = desk;
        this.narrator = narrator;
        this.counter = new Counter(desk, narrator);
        this.verifier = new OfflineVerifier(where, narrator);
    }

    public Map<String, Object> tell() throws IOException {
        narrator.chapter("A firm gets its environmental approval (" + ITEM + ")");
        var owner = desk.citizenInApp("zhang");
        var agent = desk.citizenInApp("chen");
        String firm = firm(owner);
        String agentParty = agent(agent);
        mandate(owner, firm, agentParty);
        JsonNode item = counter.item(agent, ITEM);
        String[] asFirm = {"On-Behalf-Of", firm};

        var submitted = submit(agent, item, asFirm);
        String id = submitted.json().path("id").asString();
        String path = "/api/v1/cases/" + id;
        Path receipt = keep("receipt.json", desk.get(agent, path + "/receipt", asFirm));
        narrator.say("The applicant keeps a signed receipt: %s", receipt);

        var clerk = desk.officer("clerk");
        long version = correction(clerk, agent, path, submitted.version(), asFirm);
        version = accepted(clerk, path, version);
        narrator.say("Accepted by the window clerk: both clocks run");
        List<String> dues = new ArrayList<>();
        dues.add(counter.due("due after acceptance", agent, path, asFirm));
        version = suspension(path, version, agent, asFirm, dues);
        version = examination(path, version);
        version = decision(path, version);
        explain(agent, path, asFirm);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("case", id);
        report.put("caseNumber", submitted.json().path("caseNumber").asString());
        report.put("dues", dues);
        report.put("certificate", certificate(agent, path, asFirm));
        report.put("messages", counter.messages(owner, id, 6).size());
        report.put("publicity", counter.publicity(id));
        report.put("evidence", evidence(agent, path, receipt, asFirm));
        return report;
    }

    private long accepted(Desk.Person clerk, String path, long version) {
        var accepted = desk.post(clerk, path + "/acceptance", null, version);
        accepted.ok();
        return accepted.version();
    }

    private String firm(Desk.Person owner) {
        JsonNode party =
                desk.post(
                                owner,
                                "/api/v1/parties",
                                Map.of(
                                        "name", "永州潇湘机械制造有限公司（示例）",
                                        "region", REGION,
                                        "uscc", FIRM_USCC,
                                        "phone", PHONE))
                        .ok();
        narrator.say("The firm is known as %s, only its mask is shown: %s", id(party), mask(party));
        return id(party);
    }

    private String agent(Desk.Person agent) {
        JsonNode party =
                desk.post(
                                agent,
                                "/api/v1/parties",
                                Map.of(
                                        "name", "陈某某",
                                        "region", REGION,
                                        "citizenNumber", CITIZEN_NUMBER,
                                        "phone", PHONE))
                        .ok();
        narrator.say("Its agent is a citizen, her number is encrypted: %s", mask(party));
        return id(party);
    }

    private void mandate(Desk.Person owner, String firm, String agent) {
        var today = AsOf.of(where);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("principal", firm);
        body.put("agent", agent);
        body.put("validFrom", today.minusDays(1).toString());
        body.put("validTo", today.plusYears(1).toString());
        desk.post(owner, "/api/v1/mandates", body).ok();
        narrator.say("The firm lets her act for it until %s", today.plusYears(1));
    }

    private Desk.Answer submit(Desk.Person agent, JsonNode item, String[] asFirm) {
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
        body.put("form", Map.of("project", "年产五万套农机配件生产线", "investment", 12_000_000));
        // The case service learns of a new item by its event: it may be a moment behind.
        Desk.Answer answer =
                Waiting.until(
                        () -> desk.post(agent, "/api/v1/cases", body, asFirm),
                        a -> !a.objections().contains("item-unknown"),
                        "the case service knows the item");
        JsonNode file = answer.ok();
        narrator.say(
                "She applies in an app for the firm: case %s, query number %s",
                file.path("caseNumber").asString(), file.path("queryNumber").asString());
        Desk.Answer nonsense =
                desk.post(
                        agent,
                        "/api/v1/cases",
                        Map.of(
                                "itemCode",
                                item.path("itemCode").asString(),
                                "materials",
                                List.of()),
                        asFirm);
        narrator.say(
                "Without materials she would have been told everything at once: %d objections, such as: %s",
                nonsense.objections().size(), nonsense.firstObjection());
        return answer;
    }

    private long correction(
            Desk.Person clerk, Desk.Person agent, String path, long version, String[] asFirm) {
        String report = "m2";
        var notice =
                desk.post(
                        clerk,
                        path + "/correction-notice",
                        Map.of(
                                "missing",
                                List.of(Map.of("code", report, "reason", "报告表缺少编制单位盖章页"))),
                        version);
        notice.ok();
        narrator.say(
                "The clerk tells everything that is missing, once: the stamped page of the report");
        var second =
                desk.post(
                        clerk,
                        path + "/correction-notice",
                        Map.of("missing", List.of(Map.of("code", report))),
                        notice.version());
        narrator.detail("a second notice is refused: %s", second.firstObjection());
        var corrected =
                desk.post(
                        agent,
                        path + "/corrections",
                        Map.of("materials", List.of(Map.of("code", report, "form", "ELECTRONIC"))),
                        notice.version(),
                        asFirm);
        corrected.ok();
        narrator.say("She hands it in");
        return corrected.version();
    }

    private long suspension(
            String path, long version, Desk.Person agent, String[] asFirm, List<String> dues) {
        var liaison = desk.officer("liaison");
        var unlisted =
                desk.post(
                        liaison,
                        path + "/special-procedures",
                        Map.of(
                                "kind", "AUCTION",
                                "reason", "拍卖",
                                "announcedDays", REVIEW_DAYS,
                                "commissionedBy", "431103-HJ"),
                        version);
        narrator.say(
                "A kind the item does not list can't stop the clock: %s",
                unlisted.firstObjection());
        var suspended =
                desk.post(
                        liaison,
                        path + "/special-procedures",
                        Map.of(
                                "kind", "EXPERT_REVIEW",
                                "reason", "组织专家对环境影响报告表进行技术评审",
                                "announcedDays", REVIEW_DAYS,
                                "commissionedBy", "431103-HJ"),
                        version);
        JsonNode file = suspended.ok();
        narrator.say("Expert review, announced for %d working days: the clock stops", REVIEW_DAYS);
        for (JsonNode paper : desk.get(agent, path + "/papers", asFirm).ok()) {
            if (!"SPECIAL_PROCEDURE_NOTICE".equals(paper.path("kind").asString())) continue;
            narrator.detail(
                    "and she has it in writing: %s %s",
                    paper.path("title").asString(), paper.path("number").asString());
        }
        dues.add(counter.due("due while the review runs", agent, path, asFirm));
        String procedure =
                file.at("/openProcedures/0/procedureId")
                        .asString(file.at("/openProcedures/0/id").asString(""));
        var resumed =
                desk.post(
                        liaison,
                        path + "/special-procedures/" + procedure + "/resumption",
                        null,
                        suspended.version());
        resumed.ok();
        narrator.say("The experts were done the same day: only days really used are credited");
        dues.add(counter.due("due after the review", agent, path, asFirm));
        return resumed.version();
    }

    private long examination(String path, long version) {
        var officer = desk.officer("officer");
        var early =
                desk.post(
                        desk.officer("clerk"),
                        path + "/decision",
                        Map.of("granted", true),
                        version);
        narrator.say("Who accepts may not decide: %s", early.firstObjection());
        var examined =
                desk.post(
                        officer,
                        path + "/steps",
                        Map.of(
                                "step",
                                "examine",
                                "action",
                                "COMPLETE",
                                "opinion",
                                "材料齐全，评审通过，建议准予"),
                        version);
        examined.ok();
        narrator.say("Examined by the case officer");
        return examined.version();
    }

    private long decision(String path, long version) {
        var decided =
                desk.post(
                        desk.officer("chief"),
                        path + "/decision",
                        Map.of("granted", true),
                        version);
        narrator.say(
                "Granted by the chief approver: %s",
                decided.ok().at("/decision/decisionNumber").asString());
        return decided.version();
    }

    private void explain(Desk.Person agent, String path, String[] asFirm) {
        JsonNode deadline = desk.get(agent, path + "/deadline", asFirm).ok();
        narrator.say("The deadline, explained:");
        deadline.path("summary").forEach(line -> narrator.detail("%s", line.asString()));
        narrator.say("The promised deadline, day by day:");
        deadline.at("/promised/days")
                .forEach(
                        day ->
                                narrator.detail(
                                        "%s  %s",
                                        day.path("date").asString(), day.path("text").asString()));
    }

    private Map<String, Object> certificate(Desk.Person agent, String path, String[] asFirm) {
        JsonNode certificate = desk.get(agent, path + "/certificate", asFirm).ok();
        narrator.say("Certificate %s", certificate.path("number").asString());
        String url = certificate.path("verifyUrl").asString();
        JsonNode verified =
                desk.get(Desk.anybody(), Desk.pathOf(url), "Accept", "application/json").ok();
        narrator.say(
                "Anybody verifies it, without a login: %s, holder %s, %s",
                verified.path("genuine").asBoolean() ? "genuine" : "not genuine",
                verified.path("holder").asString(),
                verified.path("statusText").asString());
        narrator.detail("%s", url);
        String guessed = url.substring(0, url.length() - 3) + "zzz";
        int status =
                desk.get(Desk.anybody(), Desk.pathOf(guessed), "Accept", "application/json")
                        .status();
        narrator.detail("a guessed code: %d", status);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("number", certificate.path("number").asString());
        report.put("id", certificate.path("id").asString());
        report.put("verified", verified.path("genuine").asBoolean());
        report.put("guessedCode", status);
        return report;
    }

    private Map<String, Object> evidence(
            Desk.Person agent, String path, Path receipt, String[] asFirm) throws IOException {
        Path export = keep("evidence.json", desk.get(agent, path + "/evidence", asFirm));
        int exit = verify(export, receipt);
        narrator.say(
                "Evidence verified offline, against the receipt she kept: %s",
                exit == 0 ? "whole" : "NOT WHOLE (" + exit + ")");
        String text = Files.readString(export);
        Path forged = export.resolveSibling("evidence-forged.json");
        Files.writeString(forged, text.replaceFirst("cases\\.accepted", "cases.returned"));
        int caught = verify(forged, receipt);
        narrator.say("One word changed in it: %s", caught == 0 ? "NOT CAUGHT" : "caught");
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("verified", exit == 0);
        report.put("forgeryCaught", caught != 0);
        report.put("file", export.toString());
        return report;
    }

    private int verify(Path export, Path receipt) throws IOException {
        return verifier.run(export.toString(), "--receipt", receipt.toString(), "--lang", "en");
    }

    private Path keep(String name, Desk.Answer answer) throws IOException {
        answer.ok();
        return Files.writeString(where.work().resolve(name), answer.text());
    }

    private static String id(JsonNode party) {
        return Objects.requireNonNull(party.path("id").asString());
    }

    private static String mask(JsonNode party) {
        return party.path("name").asString(party.path("mask").asString(""))
                + " "
                + party.path("numberMask").asString("");
    }
}

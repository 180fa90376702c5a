package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import org.oneseal.story.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * Who watches the watch: a card with its proof, its answer and its appeal, figures that add up, a
 * rule that is tried before it is set, and a department's log judged in retrospect. Needs a log
 * that was supervised before.
 */
public final class SupervisionChapter {

    private static final String CARDS = "/api/v1/cards";
    private static final String DEPARTMENT = "431103-HJ";

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;
    private final Desk.Person supervisor;
    private final Desk.Person officer;

    public SupervisionChapter(Surroundings where, Desk desk, Narrator narrator) {
        this.where = where;
        this.desk = desk;
        this.narrator = narrator;
        this.supervisor = desk.officer("supervisor");
        this.officer = desk.officer("officer");
    }

    /**
     * @param folder of the log that was supervised
     * @param source that told it
     */
    public Map<String, Object> tell(Path folder, String source) throws IOException {
        narrator.chapter("Who watches the watch: cards, figures, rules and logs");
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("cards", cards());
        report.put("matters", new MattersTelling(where, desk, narrator).tell(source, now()));
        report.put("patrol", patrol());
        report.put("figures", figures());
        report.put("trial", trial(folder));
        report.put("retrospect", new RetrospectTelling(desk, narrator).tell(folder, now()));
        return report;
    }

    /** One appeal is turned down, another is right. */
    private List<Object> cards() {
        JsonNode red =
                desk.get(
                                supervisor,
                                CARDS + "?colour=RED&state=ISSUED&limit=1&department=" + DEPARTMENT)
                        .ok()
                        .path("items");
        List<Object> ends = new ArrayList<>();
        if (red.isEmpty()) narrator.say("No red card of %s waits for its answer", DEPARTMENT);
        else ends.add(upheld(red.path(0)));
        ends.add(revoked());
        return ends;
    }

    private String upheld(JsonNode card) {
        tellCard(card);
        Desk.Answer known = act(officer, card, "acknowledgement", "", versionOf(card));
        Desk.Answer appealed = act(officer, card, "appeal", "材料当日才补齐", known.version());
        Desk.Answer again =
                desk.post(
                        officer,
                        path(card, "appeal"),
                        Map.of("reason", "再次申诉"),
                        appealed.version());
        narrator.say(
                "The officer appeals; a second appeal is answered: %s", again.firstObjection());
        Desk.Answer upheld = act(supervisor, card, "confirmation", "逾期属实", appealed.version());
        Desk.Answer rectified = act(officer, card, "rectification", "已办结并说明", upheld.version());
        String end =
                act(supervisor, card, "closure", "", rectified.version())
                        .json()
                        .path("state")
                        .asString();
        narrator.say("Upheld by somebody else, put right, and %s", end);
        return end;
    }

    /**
     * A card of the log is never taken back here: the log's figures are told again the next time.
     */
    private String revoked() {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("rule", "manual-off-platform");
        seen.put("department", DEPARTMENT);
        seen.put("matter", "线下受理一件环评申请，未录入平台");
        seen.put("reason", "巡查发现");
        String id = desk.post(supervisor, CARDS, seen).ok().path("id").asString();
        JsonNode card = desk.get(supervisor, CARDS + "/" + id).ok();
        narrator.say("What no clock shows is drawn by hand: %s", seen.get("matter"));
        Desk.Answer appealed = act(officer, card, "appeal", "当日已补录，有回执为证", versionOf(card));
        Desk.Answer own =
                desk.post(
                        supervisor,
                        path(card, "revocation"),
                        Map.of("reason", "查明已补录"),
                        appealed.version());
        narrator.say(
                "The officer appeals; whoever drew the card can't judge that: %s",
                own.firstObjection());
        String end =
                act(desk.officer("supervisor-2"), card, "revocation", "查明已补录", appealed.version())
                        .json()
                        .path("state")
                        .asString();
        narrator.say("Another supervisor finds it right: %s, and it stays in the records", end);
        JsonNode history = desk.get(officer, path(card, "evidence")).ok();
        narrator.detail(
                "its history to take away, sealed and signed: %s",
                history.path("entries").valueStream().map(e -> e.path("type").asString()).toList());
        return end;
    }

    /** Every card that a rule drew is drawn again from the facts it rested on. */
    private Map<String, Object> patrol() {
        String period = "from=" + now().minus(Duration.ofDays(1)) + "&to=" + now();
        JsonNode again = desk.get(supervisor, CARDS + "/patrol?" + period).ok();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("cards", again.path("cards").asLong());
        report.put("wrong", again.path("wrong").size());
        narrator.say(
                "On patrol: the cards of the last day drawn again from their facts: %s, and %s came"
                        + " out otherwise",
                report.get("cards"), report.get("wrong"));
        return report;
    }

    private void tellCard(JsonNode card) {
        JsonNode proof = desk.get(officer, path(card, "proof")).ok();
        narrator.say(
                "A red card of case %s for %s: due %s, rule %s",
                card.path("caseNumber").asString(),
                card.path("recipients"),
                card.path("due").asString(),
                card.path("ruleCode").asString());
        narrator.detail(
                "drawn again from %d facts: %s; whose the working days were: %s",
                proof.path("facts").size(),
                proof.path("holds").asBoolean() ? "the same" : "NOT THE SAME",
                proof.at("/delay/days"));
    }

    private Desk.Answer act(
            Desk.Person person, JsonNode card, String action, String reason, long version) {
        Map<String, Object> body = reason.isEmpty() ? Map.of() : Map.of("reason", reason);
        Desk.Answer answer = desk.post(person, path(card, action), body, version);
        answer.ok();
        return answer;
    }

    private static String path(JsonNode card, String action) {
        return CARDS + "/" + card.path("id").asString() + "/" + action;
    }

    private static long versionOf(JsonNode card) {
        return card.path("version").asLong();
    }

    /** The rows of a report and the total are counted apart and come to the same. */
    private Map<String, Object> figures() {
        String period = "from=2010-01-01&to=" + today();
        Map<String, Object> sums =
                Waiting.until(() -> sums(period), SupervisionChapter::addUp, "figures add up");
        narrator.say("Red cards of all departments, taken back among them: %s", sums);
        String csv =
                desk.get(supervisor, "/api/v1/indicators/reports/cards?format=csv&" + period)
                        .text();
        narrator.detail("the report as a table has %d lines", csv.lines().count());
        league(period);
        return sums;
    }

    /** Who stands where, and the cases behind a figure. */
    private void league(String period) {
        JsonNode places =
                desk.get(
                                supervisor,
                                "/api/v1/indicators/league?by=department&indicator=redRate&"
                                        + period)
                        .ok()
                        .path("places");
        for (JsonNode place : places.valueStream().limit(3).toList()) {
            narrator.detail(
                    "red cards by cases accepted, place %s: %s with %s of %s",
                    place.path("rank"),
                    place.at("/key/0").asString(),
                    place.at("/ratio/numerator"),
                    place.at("/ratio/denominator"));
        }
        JsonNode cases =
                desk.get(officer, "/api/v1/indicators/cases?limit=1&" + period).ok().path("items");
        if (!cases.isEmpty()) {
            narrator.detail(
                    "what a department's figures are made of, case by case: %s counts for %s",
                    cases.at("/0/caseNumber").asString(), cases.at("/0/sums"));
        }
    }

    private Map<String, Object> sums(String period) {
        long red = 0;
        long back = 0;
        for (JsonNode row :
                desk.get(supervisor, "/api/v1/indicators/reports/cards?limit=200&" + period)
                        .ok()
                        .path("rows")) {
            red += row.at("/sums/CARDS_RED").asLong();
            back += row.at("/sums/CARDS_RED_REVOKED").asLong();
        }
        JsonNode total =
                desk.get(supervisor, "/api/v1/indicators?" + period)
                        .ok()
                        .at("/groups/0/figures/sums");
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("red", red);
        sums.put("revoked", back);
        sums.put("redInAll", total.path("CARDS_RED").asLong());
        sums.put("revokedInAll", total.path("CARDS_RED_REVOKED").asLong());
        return sums;
    }

    private static boolean addUp(Map<String, Object> sums) {
        return sums.get("red") instanceof Long red
                && red.equals(sums.get("redInAll"))
                && sums.get("revoked") instanceof Long back
                && back.equals(sums.get("revokedInAll"));
    }

    /** What a changed rule would have drawn, before it is set. */
    private Map<String, Object> trial(Path folder) throws IOException {
        LocalDate first = RetrospectTelling.firstDay(folder);
        LocalDate last = first.plusDays(365);
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("code", "case-red-declared");
        rule.put("region", REGION);
        rule.put("kind", "CASE");
        rule.put("colour", "RED");
        rule.put("measure", "DECLARED_PAST");
        rule.put("amount", 0);
        rule.put("unit", "CALENDAR_DAY");
        rule.put("condition", "channel == 'Internet' || channel == 'online' || channel == 'app'");
        rule.put("priority", 40);
        rule.put("ground", "冷水滩区行政效能电子监察办法（示例）");
        rule.put("recipients", List.of("chief-approver", "supervisor"));
        rule.put("effectiveFrom", today().plusDays(1).toString());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rule", rule);
        body.put("from", first.toString());
        body.put("to", (last.isAfter(today()) ? today() : last).toString());
        JsonNode tried = desk.post(supervisor, CARDS + "/rules/trials", body).ok();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("cases", tried.path("cases").asLong());
        report.put("without", tried.at("/without/RED").asLong());
        report.put("with", tried.at("/with/RED").asLong());
        report.put("dropped", tried.path("droppedCount").asLong());
        narrator.say(
                "A rule for applications by internet alone, tried on %s cases of a year: %s red"
                        + " cards instead of %s. Nothing was changed",
                report.get("cases"), report.get("with"), report.get("without"));
        return report;
    }

    private LocalDate today() {
        return AsOf.of(where);
    }

    private Instant now() {
        return AsOf.now(where);
    }
}

package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import org.oneseal.story.Waiting;
import org.oneseal.story.chapters.Members.Member;
import tools.jackson.databind.JsonNode;

/**
 * An environmental report is reviewed by an institution that nobody chose: its clock stops for the
 * review, the institution is drawn in the market, the draw is done again here, and the delivered
 * result lets the clock run. Sign-up takes its time, so that the chapter has two parts.
 */
public final class CommissionChapter {

    private static final String ITEM = "建设项目环境影响报告表审批";
    private static final long PRICE_FEN = 1_800_000;
    private static final int REVIEW_DAYS = 15;

    /** The rule's minute, and a few seconds for the way to the market. */
    private static final int SIGN_UP_SECONDS = 65;

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;
    private final Counter counter;
    private final Members market;
    private final Desk.Person owner;
    private final Desk.Person liaison;
    private @Nullable Begun begun;

    /** What is open while sign-up runs. */
    private record Begun(
            String caseId,
            String project,
            PublicDraw draw,
            List<Member> members,
            Member avoided,
            List<String> dues) {

        String path() {
            return "/api/v1/cases/" + caseId;
        }

        String projectPath() {
            return "/api/v1/projects/" + project;
        }
    }

    public CommissionChapter(Surroundings where, Desk desk, Narrator narrator) {
        this.where = where;
        this.desk = desk;
        this.narrator = narrator;
        this.counter = new Counter(desk, narrator);
        this.market = new Members(where, desk, narrator);
        this.owner = desk.citizenInApp("zhang");
        this.liaison = desk.officer("liaison");
    }

    /** Until sign-up is open; other chapters can be told then. */
    public void begin() throws IOException {
        narrator.chapter("A review is commissioned in the market (技术评审, 中介服务超市)");
        counter.firm(owner);
        Desk.Answer accepted = accepted(counter.item(owner, ITEM));
        String caseId = accepted.json().path("id").asString();
        List<String> dues = new ArrayList<>();
        dues.add(counter.due("due before", owner, "/api/v1/cases/" + caseId));
        List<Member> members = market.admitted();
        market.shortRule();
        Member avoided = members.getLast();
        String project = submitted(caseId, avoided);
        published(project);
        PublicDraw draw = PublicDraw.announced(where, desk, narrator, project + "-1");
        suspended("/api/v1/cases/" + caseId, project, accepted.version());
        dues.add(counter.due("due while the review runs", owner, "/api/v1/cases/" + caseId));
        signUp(project, members, avoided);
        begun = new Begun(caseId, project, draw, members, avoided, dues);
        narrator.say("Sign-up stays open; the story goes on meanwhile");
    }

    /** Returns when sign-up is closed; nothing more happens by itself until {@link #finish()}. */
    public void awaitClose() throws IOException {
        Objects.requireNonNull(begun, "the chapter has not begun").draw().awaitClose();
    }

    /** From the close of sign-up to the running clock. */
    public Map<String, Object> finish() throws IOException {
        return finish(() -> {});
    }

    /**
     * The same.
     *
     * @param whenPlayed what else happens at the moment in which the lottery is played
     */
    public Map<String, Object> finish(Runnable whenPlayed) throws IOException {
        Begun open = Objects.requireNonNull(begun, "the chapter has not begun");
        narrator.chapter("The institution is drawn, its result lets the clock run (随机抽取)");
        PublicDraw draw = open.draw();
        draw.awaitSeal();
        draw.lottery();
        whenPlayed.run();
        draw.awaitDrawn();
        boolean recomputed = draw.recomputed();
        boolean caught = draw.forgeryCaught();
        String uscc = draw.winner();
        Member winner =
                open.members().stream()
                        .filter(m -> m.uscc().equals(uscc))
                        .findFirst()
                        .orElseThrow();
        delivered(open, winner);
        boolean resumed = resumedByEvent(open);
        open.dues().add(counter.due("due after", owner, open.path()));

        Map<String, Object> report = new LinkedHashMap<>();
        report.put("case", open.caseId());
        report.put("project", open.project());
        report.put("draw", draw.id());
        report.put("institutions", open.members().size() - 1);
        report.put("avoided", open.avoided().uscc());
        report.put("winner", winner.uscc());
        report.put("recomputed", recomputed);
        report.put("forgeryCaught", caught);
        report.put("resumedByEvent", resumed);
        report.put("dues", open.dues());
        return report;
    }

    private Desk.Answer accepted(JsonNode item) {
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
        body.put("form", Map.of("project", "热镀锌生产线技术改造", "investment", 26_000_000));
        Desk.Answer filed =
                Waiting.until(
                        () -> desk.post(owner, "/api/v1/cases", body),
                        a -> !a.objections().contains("item-unknown"),
                        "the case service knows the item");
        String id = filed.ok().path("id").asString();
        Desk.Answer accepted =
                desk.post(
                        desk.officer("clerk"),
                        "/api/v1/cases/" + id + "/acceptance",
                        null,
                        filed.version());
        accepted.ok();
        narrator.say(
                "Another report (%s) is accepted: case %s",
                ITEM, filed.json().path("caseNumber").asString());
        return accepted;
    }

    /** The authority pays, so that the applicant has no say in who reviews its report. */
    private String submitted(String caseId, Member avoided) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("region", REGION);
        body.put("role", "AUTHORITY_COMMISSIONED");
        body.put("title", "环境影响报告表技术评审");
        body.put("buyer", "冷水滩区生态环境分局");
        body.put("serviceKind", Members.SERVICE);
        body.put("caseId", caseId);
        body.put("suspension", "EXPERT_REVIEW");
        body.put("fund", "FISCAL");
        body.put("priceFen", PRICE_FEN);
        body.put("serviceDays", REVIEW_DAYS);
        body.put("avoided", List.of(Map.of("uscc", avoided.uscc(), "tie", "EARLIER_STAGE")));
        // The market learns of case and item by events: it may be a moment behind.
        JsonNode project =
                Waiting.until(
                                () -> desk.post(liaison, "/api/v1/projects", body),
                                a ->
                                        !a.objections().contains("case-unknown")
                                                && !a.objections()
                                                        .contains("suspension-not-listed"),
                                "the market knows the case and its item")
                        .ok();
        narrator.say(
                "The environment bureau commissions a review for the case: %d yuan, %d days, out of"
                        + " public money",
                PRICE_FEN / 100, REVIEW_DAYS);
        narrator.detail("must stay away (回避), having written the report: %s", avoided.name());
        return project.path("id").asString();
    }

    private void published(String project) {
        Instant closesAt =
                AsOf.now(where).plusSeconds(SIGN_UP_SECONDS).truncatedTo(ChronoUnit.SECONDS);
        JsonNode published =
                desk.post(
                                desk.officer("market"),
                                "/api/v1/projects/" + project + "/publication",
                                Map.of(
                                        "result", "PUBLISHED",
                                        "closesAt", closesAt.toString(),
                                        "reasons", List.of()),
                                1)
                        .ok();
        JsonNode announced =
                desk.get(Desk.anybody(), PublicDraw.path(project + "-1")).ok().path("announcement");
        narrator.say(
                "The market operator announces it; project %s", published.path("id").asString());
        narrator.detail("sign-up until %s", announced.path("closesAt").asString());
        narrator.detail(
                "a random number is committed to (承诺随机数): %s",
                announced.path("commitment").asString());
        narrator.detail(
                "what decides is public later and unknown now: round %s of the %s, at %s",
                announced.path("round").asString(),
                announced.path("source").asString(),
                announced.path("publishedAt").asString());
    }

    private void suspended(String path, String project, long version) {
        desk.post(
                        liaison,
                        path + "/special-procedures",
                        Map.of(
                                "kind", "EXPERT_REVIEW",
                                "reason", "委托技术机构评审环境影响报告表",
                                "announcedDays", REVIEW_DAYS,
                                "commissionedBy", "431103-HJ",
                                "project", project),
                        version)
                .ok();
        narrator.say("The case's clock stops for the project, not for anybody's convenience");
    }

    private void signUp(String project, List<Member> members, Member avoided) {
        String path = "/api/v1/projects/" + project + "/sign-ups";
        for (Member member : members) {
            var answer = desk.post(member.person(), path, Map.of("noTie", true));
            if (member.equals(avoided)) {
                narrator.detail("%s is refused: %s", member.name(), answer.firstObjection());
            } else {
                answer.ok();
            }
        }
        narrator.say(
                "%d institutions sign up; who they are is nobody's business before the close",
                members.size() - 1);
        int shown =
                desk.get(Desk.anybody(), PublicDraw.path(project + "-1"))
                        .ok()
                        .path("institutions")
                        .size();
        narrator.detail("the public page shows %d of them", shown);
    }

    private void delivered(Begun open, Member winner) {
        var drawn = desk.get(winner.person(), open.projectPath());
        drawn.ok();
        var confirmed =
                desk.post(
                        winner.person(),
                        open.projectPath() + "/confirmation",
                        Map.of("takes", true),
                        drawn.version());
        confirmed.ok();
        LocalDate today = AsOf.of(where);
        var contract =
                desk.post(
                        liaison,
                        open.projectPath() + "/commission",
                        Map.of(
                                "number",
                                "HT-" + open.project(),
                                "amountFen",
                                PRICE_FEN,
                                "signedOn",
                                today.toString(),
                                "dueOn",
                                today.plusDays(REVIEW_DAYS).toString()),
                        confirmed.version());
        contract.ok();
        narrator.say("%s takes it, the contract is signed at the announced price", winner.name());
        byte[] opinion = "技术评审意见（示例）: 报告表可作为审批依据".getBytes(StandardCharsets.UTF_8);
        desk.post(
                        winner.person(),
                        open.projectPath() + "/result",
                        Map.of(
                                "title",
                                "环境影响报告表技术评审意见",
                                "digest",
                                Digest.of("SM3", opinion).toString()),
                        contract.version())
                .ok();
        narrator.say("It hands over its review (技术评审意见)");
    }

    /** Nobody at the bureau touches the case: the market's event does. */
    private boolean resumedByEvent(Begun open) {
        JsonNode file =
                Waiting.until(
                        () -> desk.get(owner, open.path()).ok(),
                        f -> !"SUSPENDED".equals(f.path("state").asString()),
                        "the result lets the clock run");
        boolean runs =
                "ACCEPTED".equals(file.path("state").asString())
                        && file.path("openProcedures").isEmpty();
        narrator.say("The event of the result reaches the case: its clock runs again (恢复计时)");
        return runs;
    }
}

package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import tools.jackson.databind.JsonNode;

/** Who is in the district's market, and by which rule institutions are selected there. */
final class Members {

    /** Technical review of environmental reports, commissioned by the authority. */
    static final String SERVICE = "hjjspg";

    private static final String INSTITUTIONS = "/api/v1/institutions";
    private static final String RULES = "/api/v1/selection-rules";
    private static final int REVEAL_MINUTES = 60;

    /** An institution of the story: its account, made-up code and name. */
    record Member(Desk.Person person, String uscc, String name) {}

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;
    private final Desk.Person operator;

    Members(Surroundings where, Desk desk, Narrator narrator) {
        this.where = where;
        this.desk = desk;
        this.narrator = narrator;
        this.operator = desk.officer("market");
    }

    /** Four of them, admitted now or in an earlier telling. */
    List<Member> admitted() {
        List<Member> members =
                List.of(
                        new Member(
                                desk.officer("institution"),
                                "91431103MA4PG00122",
                                "湖南潇水环境技术咨询有限公司（示例）"),
                        new Member(
                                desk.officer("institution-2"),
                                "91431103MA4PG0020W",
                                "永州清源环保评估中心（示例）"),
                        new Member(
                                desk.officer("institution-3"),
                                "91431103MA4PG0039R",
                                "湘南生态环境评估有限公司（示例）"),
                        new Member(
                                desk.officer("institution-4"),
                                "91431103MA4PG0047L",
                                "永州零陵环评工程有限公司（示例）"));
        List<String> now = new ArrayList<>();
        for (Member member : members) {
            if (admit(member)) now.add(member.name());
        }
        narrator.say(
                "%d institutions are in the market (中介机构), %d of them admitted just now by the formal check",
                members.size(), now.size());
        members.forEach(m -> narrator.detail("%s  %s", m.uscc(), m.name()));
        return members;
    }

    private boolean admit(Member member) {
        String id = null;
        for (JsonNode known : Lists.all(desk, member.person(), INSTITUTIONS + "/applications")) {
            String state = known.path("state").asString();
            if ("ADMITTED".equals(state)) return false;
            if ("APPLIED".equals(state)) id = known.path("id").asString();
        }
        if (id == null) {
            id =
                    desk.post(member.person(), INSTITUTIONS, application(member))
                            .ok()
                            .path("id")
                            .asString();
        }
        Desk.Answer waiting = desk.get(operator, INSTITUTIONS + "/" + id);
        waiting.ok();
        desk.post(
                        operator,
                        INSTITUTIONS + "/" + id + "/formal-check",
                        Map.of("result", "ADMITTED", "reasons", List.of()),
                        waiting.version())
                .ok();
        return true;
    }

    private static Map<String, Object> application(Member member) {
        return Map.of(
                "region", REGION,
                "name", member.name(),
                "uscc", member.uscc(),
                "services", List.of(SERVICE),
                "qualifications", List.of(),
                "practitioners",
                        List.of(
                                Map.of(
                                        "name", "示例工程师",
                                        "certificateType", "环境影响评价工程师",
                                        "certificateNumber", "DEMO-" + member.uscc())));
    }

    /** The district's own rule, so short that nobody has to wait; set once and then kept. */
    JsonNode shortRule() {
        JsonNode rule = governing();
        narrator.say(
                "The rule that governs (%s): sign-up at least %s minutes, the public value %s minutes later",
                rule.path("region").asString(),
                rule.path("signUpMinutes").asString(),
                rule.path("valueMinutes").asString());
        if (rule.path("signUpMinutes").asInt() <= 1 && rule.path("valueMinutes").asInt() <= 1) {
            return rule;
        }
        desk.post(
                        operator,
                        RULES,
                        Map.ofEntries(
                                Map.entry("region", REGION),
                                Map.entry("fund", "FISCAL"),
                                Map.entry("effectiveFrom", AsOf.of(where).toString()),
                                Map.entry("minimum", rule.path("minimum").asInt()),
                                Map.entry("extensions", 1),
                                Map.entry("extensionHours", 72),
                                Map.entry("signUpMinutes", 1),
                                Map.entry("signUpDays", 60),
                                Map.entry("valueMinutes", 1),
                                Map.entry("revealMinutes", REVEAL_MINUTES),
                                Map.entry("confirmDays", 2),
                                Map.entry("contractDays", 5),
                                Map.entry("priceLimitFen", rule.path("priceLimitFen").asLong()),
                                Map.entry("ground", "演示用规则: 报名 1 分钟, 公开随机值 1 分钟后产生")))
                .ok();
        narrator.detail(
                "for this demonstration only, the district's market operator sets one minute for each;"
                        + " a real market gives days");
        return governing();
    }

    private JsonNode governing() {
        for (JsonNode rule : Lists.all(desk, Desk.anybody(), RULES + "?region=" + REGION)) {
            if (rule.path("governs").asBoolean() && "FISCAL".equals(rule.path("fund").asString())) {
                return rule;
            }
        }
        throw new IllegalStateException("no rule of selection governs " + REGION);
    }
}

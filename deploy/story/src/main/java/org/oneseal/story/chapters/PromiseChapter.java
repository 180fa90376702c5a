package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.story.CalledSystem;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * A licence on a promise: of five papers two are handed in, three are promised within two months,
 * and the licence is granted the same day.
 */
public final class PromiseChapter {

    private static final String ITEM = "公共场所卫生许可";

    private final Desk desk;
    private final Narrator narrator;
    private final Counter counter;

    public PromiseChapter(Desk desk, Narrator narrator) {
        this.desk = desk;
        this.narrator = narrator;
        this.counter = new Counter(desk, narrator);
    }

    public Map<String, Object> tell() throws IOException {
        narrator.chapter("A bath house opens on a promise (" + ITEM + ", 告知承诺)");
        try (CalledSystem bureau = new CalledSystem()) {
            Desk.Answer subscription = subscribe(bureau);
            try {
                return tell(bureau);
            } finally {
                end(subscription);
            }
        }
    }

    private Map<String, Object> tell(CalledSystem bureau) {
        var owner = desk.citizenInApp("zhang");
        counter.firm(owner);
        JsonNode item = counter.item(owner, ITEM);
        List<String> handedIn = codes(item, "REQUIRED");
        List<String> promised = codes(item, "TOLERATED");

        JsonNode draft = draft(owner, item, promised);
        var filed = file(owner, item, handedIn, promised, draft);
        String id = filed.json().path("id").asString();
        String path = "/api/v1/cases/" + id;
        String due = owed(filed.json());
        JsonNode decided = handled(path, filed.version());
        boolean sameDay =
                AsOf.day(decided.at("/decision/decidedAt").asString())
                        .equals(AsOf.day(filed.json().path("receivedAt").asString()));
        narrator.say(
                "Granted %s: %s",
                sameDay ? "the same day" : "on another day",
                decided.at("/decision/decisionNumber").asString());
        Desk.Answer one = follow(owner, path, promised.getFirst());

        Map<String, Object> report = new LinkedHashMap<>();
        report.put("case", id);
        report.put("handedIn", handedIn.size());
        report.put("promised", promised.size());
        report.put("due", due);
        report.put("decidedSameDay", sameDay);
        report.put("certificate", decided.at("/certificate/number").asString());
        report.put("promise", one.json().at("/promise/state").asString());
        report.put("messages", counter.messages(owner, id, 4).size());
        report.put("publicity", counter.publicity(id));
        report.put("webhook", called(bureau, id));
        return report;
    }

    /** The health bureau's own system wants to be called with what happens to its cases. */
    private Desk.Answer subscribe(CalledSystem bureau) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "卫生健康局业务系统（示例）");
        body.put("region", REGION);
        body.put("department", "431103-WJ");
        body.put("url", bureau.url());
        body.put("types", List.of("org.oneseal.cases.*"));
        body.put("keyId", CalledSystem.KEY);
        body.put("secret", bureau.secret());
        var subscription = desk.post(desk.officer("operator"), "/api/v1/subscriptions", body);
        subscription.ok();
        narrator.say("The health bureau's own system is to be called at %s", bureau.url());
        return subscription;
    }

    private void end(Desk.Answer subscription) {
        var operator = desk.officer("operator");
        String path = "/api/v1/subscriptions/" + subscription.json().path("id").asString();
        desk.post(operator, path + "/end", null, desk.get(operator, path).version());
    }

    private Map<String, Object> called(CalledSystem bureau, String caseId) {
        List<String> types =
                Waiting.until(
                        () ->
                                bureau.calls().stream()
                                        .filter(call -> call.subject().equals(caseId))
                                        .map(CalledSystem.Call::type)
                                        .toList(),
                        found -> found.contains("cases.promise-fulfilled"),
                        "the health bureau's system was called");
        narrator.say("Its system was called with each event, signed:");
        narrator.detail("%s", String.join(" · ", types));
        Map<String, Object> called = new LinkedHashMap<>();
        called.put("events", types.size());
        called.put("signaturesRefused", bureau.refused());
        return called;
    }

    private static List<String> codes(JsonNode item, String necessity) {
        List<String> codes = new ArrayList<>();
        for (JsonNode material : item.path("materials")) {
            if (necessity.equals(material.path("necessity").asString())) {
                codes.add(material.path("code").asString());
            }
        }
        return codes;
    }

    private JsonNode draft(Desk.Person owner, JsonNode item, List<String> promised) {
        String query =
                "?item="
                        + item.path("itemCode").asString()
                        + "&region="
                        + REGION
                        + "&materials="
                        + String.join(",", promised);
        JsonNode draft =
                Waiting.until(
                                () -> desk.get(owner, "/api/v1/cases/promise-draft" + query),
                                a -> !a.objections().contains("item-unknown"),
                                "the case service knows the item")
                        .ok();
        narrator.say("She reads the notice and the promise before she makes it:");
        draft.path("notice").asString().lines().limit(3).forEach(l -> narrator.detail("%s", l));
        draft.path("promise").asString().lines().limit(3).forEach(l -> narrator.detail("%s", l));
        narrator.detail("%s", draft.path("textHash").asString());
        return draft;
    }

    private Desk.Answer file(
            Desk.Person owner,
            JsonNode item,
            List<String> handedIn,
            List<String> promised,
            JsonNode draft) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("itemCode", item.path("itemCode").asString());
        body.put("channel", "APP");
        body.put("region", REGION);
        body.put("materials", materials(handedIn));
        body.put("form", Map.of("place", "冷水滩区某浴场（示例）"));
        var without = desk.post(owner, "/api/v1/cases", body);
        narrator.say(
                "Without a promise %d objections, such as: %s",
                without.objections().size(), without.firstObjection());
        body.put(
                "promise",
                Map.of("materials", promised, "textHash", draft.path("textHash").asString()));
        var filed = desk.post(owner, "/api/v1/cases", body);
        filed.ok();
        narrator.say(
                "She hands in %d papers and promises %d: case %s",
                handedIn.size(), promised.size(), filed.json().path("caseNumber").asString());
        return filed;
    }

    private static List<Map<String, Object>> materials(List<String> codes) {
        return codes.stream()
                .map(code -> Map.<String, Object>of("code", code, "form", "ELECTRONIC"))
                .toList();
    }

    private String owed(JsonNode filed) {
        String due = "";
        for (JsonNode material : filed.at("/promise/materials")) {
            due = material.path("due").asString();
            narrator.detail("%s until %s", material.path("name").asString(), due);
        }
        return due;
    }

    /** Three people of the health bureau, within the day. */
    private JsonNode handled(String path, long version) {
        var accepted = desk.post(desk.officer("health-clerk"), path + "/acceptance", null, version);
        accepted.ok();
        var examined =
                desk.post(
                        desk.officer("health-officer"),
                        path + "/steps",
                        Map.of("step", "examine", "action", "COMPLETE", "opinion", "承诺有效"),
                        accepted.version());
        examined.ok();
        return desk.post(
                        desk.officer("health-chief"),
                        path + "/decision",
                        Map.of("granted", true),
                        examined.version())
                .ok();
    }

    /** One paper follows at once; the clock of the others runs on. */
    private Desk.Answer follow(Desk.Person owner, String path, String code) {
        var file = desk.get(owner, path);
        file.ok();
        var handedIn =
                desk.post(
                        owner,
                        path + "/promised-materials",
                        Map.of("materials", materials(List.of(code))),
                        file.version());
        handedIn.ok();
        narrator.say(
                "One of the promised papers follows; the promise is %s",
                handedIn.json().at("/promise/state").asString());
        return handedIn;
    }
}

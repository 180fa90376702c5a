package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;

/** A firm that credit lists may not file on a promise any more; it may file the ordinary way. */
@PlatformJourney
@Order(4)
class RestrictionJourney {

    private static final String ITEM = "公共场所卫生许可";

    /** Made up, with valid check characters. */
    private static final String USCC = "91431103MA4TEAT76Q";

    private static final String LISTS = "/api/v1/lists";

    private final World world;
    private final Desk desk;

    RestrictionJourney(World world) {
        this.world = world;
        this.desk = world.desk();
        world.licence();
    }

    @Test
    void whoIsListedFilesOnNoPromiseWithinSeconds() {
        var clerk = desk.officer("health-clerk");
        String firm = firm(clerk);
        String item = item(clerk);
        Map<String, Object> application = application(clerk, firm, item);
        assertThat(desk.post(clerk, "/api/v1/cases", application).status()).isEqualTo(201);

        list();
        long listed = System.nanoTime();
        await().atMost(World.SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () ->
                                desk.post(clerk, "/api/v1/cases", application)
                                        .objections()
                                        .contains("promise-restricted"));
        world.say(
                "a listing was obeyed at the counter after %.2f s"
                        .formatted((System.nanoTime() - listed) / 1e9));
        var refused = desk.post(clerk, "/api/v1/cases", application);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/objections/0/ground").asString()).isNotBlank();

        Map<String, Object> ordinary = new LinkedHashMap<>(application);
        ordinary.remove("promise");
        ordinary.put("materials", materials(List.of("m1", "m2", "m3", "m4", "m5")));
        assertThat(desk.post(clerk, "/api/v1/cases", ordinary).status()).isEqualTo(201);
    }

    private String firm(Desk.Person clerk) {
        return desk.post(
                        clerk,
                        "/api/v1/parties",
                        Map.of(
                                "name",
                                "永州市失信示例有限公司（示例）",
                                "region",
                                World.REGION,
                                "uscc",
                                USCC,
                                "phone",
                                "13900000001"))
                .ok()
                .path("id")
                .asString();
    }

    private String item(Desk.Person clerk) {
        for (JsonNode item :
                desk.get(clerk, "/api/v1/items?limit=200&region=" + World.REGION)
                        .ok()
                        .path("items")) {
            if (ITEM.equals(item.path("name").asString())) return item.path("code").asString();
        }
        throw new IllegalStateException(ITEM);
    }

    private Map<String, Object> application(Desk.Person clerk, String firm, String item) {
        List<String> promised = List.of("m3", "m4", "m5");
        JsonNode draft =
                desk.get(
                                clerk,
                                "/api/v1/cases/promise-draft?item="
                                        + item
                                        + "&party="
                                        + firm
                                        + "&region="
                                        + World.REGION
                                        + "&materials="
                                        + String.join(",", promised))
                        .ok();
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("itemCode", item);
        application.put("region", World.REGION);
        application.put("party", firm);
        application.put("materials", materials(List.of("m1", "m2")));
        application.put("form", Map.of("place", "示例"));
        application.put(
                "promise",
                Map.of("materials", promised, "textHash", draft.path("textHash").asString()));
        return application;
    }

    private static List<Map<String, Object>> materials(List<String> codes) {
        return codes.stream()
                .map(code -> Map.<String, Object>of("code", code, "form", "PAPER"))
                .toList();
    }

    /** Proposed and told by one officer, stated on paper, decided by another. */
    private void list() {
        var proposer = desk.officer("credit");
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("kind", "ORGANISATION");
        subject.put("name", "永州市失信示例有限公司（示例）");
        subject.put("uscc", USCC);
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("kind", "serious-dishonesty");
        proposal.put("subject", subject);
        proposal.put("facts", "提交虚假材料取得许可");
        proposal.put("ground", "冷市监罚〔2026〕12号");
        proposal.put("fields", List.of());
        var proposed = desk.post(proposer, LISTS, proposal);
        String path = LISTS + "/" + proposed.ok().path("id").asString();
        var told = desk.post(proposer, path + "/notice", null, version(proposed));
        var stated =
                desk.post(
                        proposer,
                        path + "/statements",
                        Map.of("text", "我单位没有异议", "conclusive", true),
                        version(told));
        desk.post(
                        desk.officer("credit-chief"),
                        path + "/decision",
                        Map.of("list", true, "reason", "事实清楚，依据充分", "answer", "已核实"),
                        version(stated))
                .ok();
    }

    private static long version(Desk.Answer answer) {
        return answer.ok().path("version").asLong();
    }
}

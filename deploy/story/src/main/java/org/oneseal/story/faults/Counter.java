package org.oneseal.story.faults;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;

/**
 * A counter where a licence is applied for, accepted, examined and granted. Whoever gets no answer
 * asks again with the same key until there is one; so each lifecycle is to happen once.
 */
final class Counter {

    private static final String ITEM = "公共场所卫生许可";
    private static final String REGION = "431103000000";
    private static final List<String> MATERIALS = List.of("m1", "m2", "m3", "m4", "m5");
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final long PAUSE_NANOS = 200_000_000L;

    private final Desk desk;
    private final Desk.Person clerk;
    private final Desk.Person officer;
    private final Desk.Person chief;
    private final String party;
    private final Map<String, Object> application;
    private final LongAdder repeats = new LongAdder();

    Counter(Desk desk) {
        this.desk = desk;
        this.clerk = desk.officer("health-clerk");
        this.officer = desk.officer("health-officer");
        this.chief = desk.officer("health-chief");
        this.party = firm();
        this.application = application(item());
    }

    /** In whose name everything is applied for. */
    String party() {
        return party;
    }

    /** How often an answer had to be asked for again. */
    long repeats() {
        return repeats.sum();
    }

    /** Goes through a whole one and returns its id. */
    String lifecycle() {
        Desk.Answer filed = post(clerk, "/api/v1/cases", application, null);
        String id = filed.json().path("id").asString();
        String path = "/api/v1/cases/" + id;
        Desk.Answer accepted = post(clerk, path + "/acceptance", null, filed);
        Desk.Answer examined =
                post(
                        officer,
                        path + "/steps",
                        Map.of("step", "examine", "action", "COMPLETE", "opinion", "材料属实"),
                        accepted);
        Desk.Answer granted = post(chief, path + "/decision", Map.of("granted", true), examined);
        granted.ok();
        return id;
    }

    private Desk.Answer post(
            Desk.Person person, String path, @Nullable Object body, Desk.@Nullable Answer before) {
        List<String> headers = new ArrayList<>();
        headers.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (before != null) headers.addAll(List.of("If-Match", "\"" + before.version() + "\""));
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            String trouble;
            try {
                Desk.Answer answer =
                        desk.call(person, "POST", path, body, headers.toArray(String[]::new));
                if (!passing(answer)) {
                    answer.ok();
                    return answer;
                }
                trouble = answer.status() + " " + answer.text();
            } catch (UncheckedIOException e) {
                trouble = String.valueOf(e.getMessage());
            } catch (Desk.Unexpected e) {
                if (!String.valueOf(e.getMessage()).startsWith("token of ")) throw e;
                trouble = String.valueOf(e.getMessage());
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no answer to POST " + path + ": " + trouble);
            }
            repeats.increment();
            java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** What somebody at a counter would try again in a moment. */
    private static boolean passing(Desk.Answer answer) {
        return answer.status() >= 500 || answer.status() == 429;
    }

    private String firm() {
        String organisation = "MA9FAUT0";
        String first17 =
                "91431103" + organisation + UnifiedSocialCreditCode.organisationCheck(organisation);
        return desk.post(
                        clerk,
                        "/api/v1/parties",
                        Map.of(
                                "name",
                                "永州市断电示例有限公司（示例）",
                                "region",
                                REGION,
                                "uscc",
                                first17 + UnifiedSocialCreditCode.check(first17),
                                "phone",
                                "13900000003"))
                .ok()
                .path("id")
                .asString();
    }

    private String item() {
        for (JsonNode one :
                desk.get(clerk, "/api/v1/items?limit=200&region=" + REGION).ok().path("items")) {
            if (ITEM.equals(one.path("name").asString())) return one.path("code").asString();
        }
        throw new IllegalStateException("no item " + ITEM);
    }

    private Map<String, Object> application(String item) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("itemCode", item);
        application.put("region", REGION);
        application.put("party", party);
        application.put(
                "materials",
                MATERIALS.stream()
                        .map(code -> Map.<String, Object>of("code", code, "form", "PAPER"))
                        .toList());
        application.put("form", Map.of("place", "示例"));
        return application;
    }
}

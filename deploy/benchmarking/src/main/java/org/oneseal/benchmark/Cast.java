package org.oneseal.benchmark;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.benchmark.measure.Lifecycle;
import org.oneseal.benchmark.measure.Staff;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.story.Desk;
import org.oneseal.story.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who acts in the benchmark, and what they apply for. */
final class Cast {

    static final String REGION = "431103000000";

    /** A village of the district: cases come from below the county. */
    static final String VILLAGE = "431103001001";

    /** Decided on the spot (即办件): submit, accept, decide, read are all it takes. */
    static final String ON_THE_SPOT = "企业设立登记";

    /** Examined for days: its cases are the open ones. */
    static final String EXAMINED = "建设项目用地预审与选址意见书核发";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PEOPLE = 8;
    private static final int FORM_BYTES = 2_000;

    private final Desk desk;
    private final Accounts accounts;
    private final JsonNode onTheSpot;
    private final JsonNode examined;
    private final List<Desk.Person> applicants = new ArrayList<>();
    private final List<Desk.Person> clerks = new ArrayList<>();

    Cast(Ground ground) throws IOException {
        this.desk = ground.desk();
        this.accounts = new Accounts(ground.platform());
        var editor = desk.officer("editor");
        this.onTheSpot = item(editor, ON_THE_SPOT);
        this.examined = item(editor, EXAMINED);
        for (int i = 0; i < PEOPLE; i++) {
            applicants.add(applicant(i));
            clerks.add(clerk("bench-clerk-" + i, onTheSpot));
        }
    }

    private JsonNode item(Desk.Person person, String name) {
        String next = "/api/v1/items?limit=200&region=" + REGION;
        while (true) {
            JsonNode page = desk.get(person, next).ok();
            for (JsonNode item : page.path("items")) {
                if (!name.equals(item.path("name").asString())) continue;
                JsonNode whole =
                        desk.get(person, "/api/v1/items/" + item.path("code").asString()).ok();
                return whole.path("published").isObject()
                        ? whole.path("published")
                        : whole.path("latest");
            }
            if (!page.path("next").isString()) throw new IllegalStateException("no item " + name);
            next =
                    "/api/v1/items?limit=200&region="
                            + REGION
                            + "&cursor="
                            + page.path("next").asString();
        }
    }

    static String party(int i) {
        return "431103-01kb" + "0".repeat(18) + "bh0" + i;
    }

    private Desk.Person applicant(int i) throws IOException {
        String name = "bench-applicant-" + i;
        account(name, "applicant", REGION, null, party(i));
        var person = desk.citizenInApp(name);
        desk.post(
                        person,
                        "/api/v1/parties",
                        Map.of(
                                "name",
                                "永州示例贸易有限公司之" + i,
                                "region",
                                REGION,
                                "uscc",
                                uscc(i),
                                "phone",
                                "1390000000" + i))
                .ok();
        return person;
    }

    /** Made up, with valid check characters. */
    private static String uscc(int i) {
        String organisation = "MA9BEN0" + i;
        String first17 =
                "91431103" + organisation + UnifiedSocialCreditCode.organisationCheck(organisation);
        return first17 + UnifiedSocialCreditCode.check(first17);
    }

    private Desk.Person clerk(String name, JsonNode item) throws IOException {
        return officer(name, "window-clerk", REGION, item.path("department").asString());
    }

    Desk.Person officer(
            String name, String role, @Nullable String region, @Nullable String department)
            throws IOException {
        account(name, role, region, department, null);
        return desk.officer(name);
    }

    Desk.Person applicantOf(String name, String party) throws IOException {
        account(name, "applicant", REGION, null, party);
        return desk.citizenInApp(name);
    }

    private void account(
            String name,
            String role,
            @Nullable String region,
            @Nullable String department,
            @Nullable String party)
            throws IOException {
        Map<String, @Nullable String> claims = new LinkedHashMap<>();
        claims.put("region", region);
        claims.put("department", department);
        claims.put("party", party);
        accounts.make(name, role, claims);
    }

    String department() {
        return onTheSpot.path("department").asString();
    }

    private static String application(JsonNode item) {
        List<Map<String, Object>> materials = new ArrayList<>();
        for (JsonNode material : item.path("materials")) {
            if (!"REQUIRED".equals(material.path("necessity").asString())) continue;
            materials.add(Map.of("code", material.path("code").asString(), "form", "ELECTRONIC"));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("itemCode", item.path("itemCode").asString());
        body.put("channel", "APP");
        body.put("region", VILLAGE);
        body.put("materials", materials);
        body.put(
                "form",
                Map.of(
                        "businessScope",
                        "x".repeat(FORM_BYTES),
                        "founded",
                        LocalDate.EPOCH.toString()));
        return JSON.writeValueAsString(body);
    }

    /** One kind of lifecycle a person. */
    List<Lifecycle> lifecycles(Staff staff) {
        List<Lifecycle> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(new Lifecycle(staff, applicants.get(i), clerks.get(i), application(onTheSpot)));
        }
        return all;
    }

    /** A case decided and over. */
    String finished() {
        var submitted = submitted(onTheSpot);
        var accepted = accepted(clerks.getFirst(), submitted);
        String path = path(submitted);
        desk.post(
                        clerks.getFirst(),
                        path + "/decision",
                        Map.of("granted", true),
                        accepted.version())
                .ok();
        return id(submitted);
    }

    /** A case that waits for the answer whether it is accepted. */
    String waiting() {
        return id(submitted(examined));
    }

    /** A case that is being examined. */
    String open() throws IOException {
        var submitted = submitted(examined);
        accepted(clerk("bench-clerk-examined", examined), submitted);
        return id(submitted);
    }

    private Desk.Answer submitted(JsonNode item) {
        Desk.Answer answer =
                Waiting.until(
                        () -> desk.post(applicants.getFirst(), "/api/v1/cases", application(item)),
                        a -> !a.objections().contains("item-unknown"),
                        "the case service knows the item");
        answer.ok();
        return answer;
    }

    private Desk.Answer accepted(Desk.Person clerk, Desk.Answer submitted) {
        Desk.Answer answer =
                desk.post(clerk, path(submitted) + "/acceptance", null, submitted.version());
        answer.ok();
        return answer;
    }

    private static String id(Desk.Answer submitted) {
        return submitted.json().path("id").asString();
    }

    private static String path(Desk.Answer submitted) {
        return "/api/v1/cases/" + id(submitted);
    }
}

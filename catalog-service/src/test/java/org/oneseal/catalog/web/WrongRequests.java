package org.oneseal.catalog.web;

import static org.oneseal.catalog.web.RulesWithShapeTest.COUNTY;
import static org.oneseal.catalog.web.RulesWithShapeTest.HEALTH;
import static org.oneseal.catalog.web.RulesWithShapeTest.ITEM;
import static org.oneseal.catalog.web.RulesWithShapeTest.OFFERED;
import static org.oneseal.catalog.web.RulesWithShapeTest.OVER;
import static org.oneseal.catalog.web.RulesWithShapeTest.PACKAGE;
import static org.oneseal.catalog.web.RulesWithShapeTest.UNFIT;
import static org.oneseal.catalog.web.RulesWithShapeTest.USCC;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.catalog.CountyDesk;

/** A request for every body of the service that is wrong in its shape and against the rules. */
final class WrongRequests {

    private static final String NOWHERE = "439999000000";
    static final String LONG = "长".repeat(5000);

    private final String synonyms;
    private final String answer;
    private final String act;
    private final String demand;

    /** By the ids of what was made for them. */
    WrongRequests(String synonyms, String answer, String act, String demand) {
        this.synonyms = synonyms;
        this.answer = answer;
        this.act = act;
        this.demand = demand;
    }

    /**
     * A request that is wrong in both ways.
     *
     * @param path as documented
     * @param at the same with its codes
     * @param told every objection with its place, in any order
     */
    record Wrong(
            String method, String path, String at, Object body, int status, List<String> told) {}

    /** One of every body that is documented. */
    List<Wrong> all() {
        List<Wrong> all = new ArrayList<>();
        all.addAll(departments());
        all.addAll(items());
        all.addAll(WrongPowers.all());
        all.addAll(packages());
        all.addAll(delegations());
        all.addAll(registers());
        all.addAll(resources());
        return all;
    }

    private List<Wrong> departments() {
        return List.of(
                post(
                        "/calendars/{region}/{year}/versions",
                        "/calendars/" + COUNTY + "/2027/versions",
                        Map.of(
                                "decree",
                                5,
                                "holidays",
                                Map.of("2026-01-01", "元旦", "2027-02-30", "春节"),
                                "officeHours",
                                List.of(Map.of("from", "17:00", "to", "09:00"))),
                        400,
                        "field-wrong-type /decree",
                        "field-malformed /holidays/2027-02-30",
                        "calendar-day-outside-year /holidays/2026-01-01",
                        "calendar-office-hours-unordered /officeHours/0"),
                post(
                        "/departments",
                        "/departments",
                        Map.of("code", "x", "name", 5, "uscc", "x", "region", NOWHERE),
                        400,
                        "field-wrong-type /name",
                        "department-code-invalid /code",
                        "uscc-invalid /uscc",
                        "region-unknown /region"),
                post(
                        "/departments",
                        "/departments",
                        Map.of("code", HEALTH, "name", LONG, "uscc", USCC, "region", "nowhere"),
                        422,
                        "field-invalid /name",
                        "field-invalid /region",
                        "department-code-taken /code"),
                post(
                        "/departments/{code}/officers",
                        "/departments/" + HEALTH + "/officers",
                        Map.of("username", "?", "name", List.of(), "role", "emperor"),
                        400,
                        "field-wrong-type /name",
                        "username-invalid /username",
                        "officer-role-unknown /role"));
    }

    private List<Wrong> items() {
        Map<String, Object> content = new LinkedHashMap<>(CountyDesk.licence(USCC, "放射诊疗许可", 5));
        content.put("itemType", "001");
        content.put("fees", Map.of());
        Map<String, Object> fresh = new LinkedHashMap<>();
        fresh.put("code", "x");
        fresh.put("department", "431382-NO");
        fresh.put("content", Map.of("name", 5, "itemType", "01", "caseKind", "SLOW"));
        return List.of(
                post(
                        "/items",
                        "/items",
                        fresh,
                        400,
                        "field-wrong-type /content/name",
                        "field-malformed /content/caseKind",
                        "implementation-code-invalid /code",
                        "department-unknown /department"),
                new Wrong(
                        "PUT",
                        "/api/v1/items/{code}/draft",
                        "/api/v1/items/" + OVER + "/draft",
                        content,
                        400,
                        List.of(
                                "field-wrong-type /fees",
                                "field-invalid /itemType",
                                "item-cancelled")),
                post(
                        "/items/{code}/versions",
                        "/items/" + UNFIT + "/versions",
                        Map.of("effectiveFrom", "soon"),
                        400,
                        "field-malformed /effectiveFrom",
                        "legal-basis-missing /legalBasis"),
                post(
                        "/items/{code}/draft/review",
                        "/items/" + UNFIT + "/draft/review",
                        Map.of("passed", true, "reason", 5),
                        400,
                        "field-wrong-type /reason",
                        "legal-basis-missing /legalBasis"),
                post(
                        "/items/{code}/suspension",
                        "/items/" + UNFIT + "/suspension",
                        Map.of("reason", 5),
                        400,
                        "field-wrong-type /reason",
                        "item-not-in-force"),
                post(
                        "/items/{code}/cancellation",
                        "/items/" + ITEM + "/cancellation",
                        Map.of("reason", LONG, "from", "2026-01-01"),
                        422,
                        "field-invalid /reason",
                        "cancellation-in-the-past /from"),
                post(
                        "/items/{code}/guide/checklist",
                        "/items/" + ITEM + "/guide/checklist",
                        Map.of(
                                "place",
                                NOWHERE,
                                "answers",
                                Map.of("seats", "many"),
                                "certificates",
                                5),
                        400,
                        "field-wrong-type /certificates",
                        "region-unknown /place",
                        "answer-kind-wrong /answers/seats"),
                new Wrong(
                        "PUT",
                        "/api/v1/items/{code}/aliases",
                        "/api/v1/items/" + ITEM + "/aliases",
                        Map.of("names", List.of("x", 5)),
                        400,
                        List.of("field-wrong-type /names/1", "alias-length /names/0")));
    }

    private List<Wrong> resources() {
        return List.of(
                post(
                        "/data-resources",
                        "/data-resources",
                        Map.of(
                                "entries",
                                List.of(Map.of("code", "x", "department", 5, "name", " "))),
                        400,
                        "field-wrong-type /entries/0/department",
                        "resource-code-invalid /entries/0/code",
                        "resource-name-missing /entries/0/name"),
                post(
                        "/data-resources/{code}/versions",
                        "/data-resources/" + RulesWithShapeTest.RESOURCE + "/versions",
                        Map.of(
                                "content",
                                Map.of(
                                        "name",
                                        "户籍",
                                        "share",
                                        "NOT_SHARED",
                                        "frequency",
                                        "DAILY",
                                        "delivery",
                                        "FILE"),
                                "effectiveFrom",
                                5),
                        400,
                        "field-wrong-type /effectiveFrom",
                        "elements-missing /content/elements",
                        "share-ground-missing /content/ground"),
                post(
                        "/data-resources/{code}/withdrawal",
                        "/data-resources/" + RulesWithShapeTest.GONE + "/withdrawal",
                        Map.of("reason", true),
                        400,
                        "field-wrong-type /reason",
                        "resource-withdrawn"),
                post(
                        "/data-resources/{code}/demands",
                        "/data-resources/" + RulesWithShapeTest.RESOURCE + "/demands",
                        Map.of(
                                "department",
                                RulesWithShapeTest.HEALTH,
                                "item",
                                "none",
                                "purpose",
                                " ",
                                "elements",
                                List.of(),
                                "consent",
                                5),
                        400,
                        "field-malformed /consent",
                        "item-unknown /item",
                        "purpose-missing /purpose",
                        "elements-missing /elements"),
                post(
                        "/data-demands/{id}/answer",
                        "/data-demands/" + demand + "/answer",
                        Map.of("agreed", 5),
                        400,
                        "field-malformed /agreed"));
    }

    private List<Wrong> packages() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", Map.of("zh", "开店", "en", LONG));
        content.put("members", List.of(Map.of("item", ITEM)));
        return List.of(
                post(
                        "/packages",
                        "/packages",
                        Map.of(
                                "code",
                                PACKAGE,
                                "department",
                                "431382-NO",
                                "content",
                                Map.of("name", 5, "basis", LONG)),
                        400,
                        "field-wrong-type /content/name",
                        "field-invalid /content/basis",
                        "package-code-taken /code",
                        "department-unknown /department"),
                new Wrong(
                        "PUT",
                        "/api/v1/packages/{code}/draft",
                        "/api/v1/packages/" + PACKAGE + "/draft",
                        content,
                        422,
                        List.of("field-invalid /name/en")),
                post(
                        "/packages/{code}/draft/review",
                        "/packages/431382-none/draft/review",
                        Map.of("passed", true, "reason", 5),
                        400,
                        "field-wrong-type /reason",
                        "item-unknown /members/1/item"),
                post(
                        "/packages/{code}/versions",
                        "/packages/431382-none/versions",
                        Map.of("effectiveFrom", 5),
                        400,
                        "field-wrong-type /effectiveFrom",
                        "item-unknown /members/1/item"),
                post(
                        "/packages/{code}/withdrawal",
                        "/packages/" + PACKAGE + "/withdrawal",
                        Map.of("reason", true),
                        400,
                        "field-wrong-type /reason",
                        "package-never-published"));
    }

    private List<Wrong> delegations() {
        Map<String, Object> handing = new LinkedHashMap<>();
        handing.put("kind", "PARK");
        handing.put("to", "431382-NO");
        handing.put("items", List.of("none", 5, ITEM, ITEM));
        handing.put("area", NOWHERE);
        handing.put("validFrom", "2026-12-01");
        handing.put("validTo", "2026-11-30");
        handing.put("ground", LONG);
        handing.put(
                "letter",
                Map.of(
                        "number", "1",
                        "issuedBy", 5,
                        "signedOn", "2026-12-02",
                        "digest", "none"));
        return List.of(
                post(
                        "/delegations",
                        "/delegations",
                        handing,
                        400,
                        "field-wrong-type /items/1",
                        "field-wrong-type /letter/issuedBy",
                        "field-invalid /ground",
                        "department-unknown /to",
                        "region-unknown /area",
                        "validity-reversed /validTo",
                        "letter-signed-later /letter/signedOn",
                        "letter-digest-invalid /letter/digest",
                        "item-unknown /items/0",
                        "code-repeated /items/3"),
                post(
                        "/delegations/{id}/set-up/{step}",
                        "/delegations/" + act + "/set-up/none",
                        Map.of("on", "soon"),
                        400,
                        "field-malformed /on",
                        "set-up-step-unknown"),
                post(
                        "/delegations/{id}/follow-ups",
                        "/delegations/" + act + "/follow-ups",
                        Map.of(
                                "finding",
                                "SOUND",
                                "text",
                                5,
                                "on",
                                "2026-01-01",
                                "rectifyBy",
                                "soon"),
                        400,
                        "field-wrong-type /text",
                        "field-malformed /rectifyBy",
                        "follow-up-too-early /on"),
                post(
                        "/delegations/{id}/takeover",
                        "/delegations/" + act + "/takeover",
                        Map.of("on", 5),
                        400,
                        "field-wrong-type /on",
                        "takeover-not-needed"),
                post(
                        "/delegations/{id}/revocation",
                        "/delegations/" + act + "/revocation",
                        Map.of("reason", Map.of(), "from", "2026-01-01"),
                        400,
                        "field-wrong-type /reason",
                        "revocation-in-the-past /from"));
    }

    private List<Wrong> registers() {
        Map<String, Object> service = Map.of("name", 5, "legalBasis", " ", "department", "none");
        Map<String, Object> evaluated =
                Map.of(
                        "name",
                        5,
                        "kind",
                        "风水评估",
                        "park",
                        "none",
                        "validFrom",
                        "2026-11-01",
                        "validTo",
                        "2028-10-31",
                        "document",
                        " ",
                        "replaces",
                        List.of());
        Map<String, Object> told =
                Map.of(
                        "question",
                        5,
                        "answer",
                        " ",
                        "item",
                        "none",
                        "validFrom",
                        "2026-12-01",
                        "validTo",
                        "2026-11-30");
        return List.of(
                post(
                        "/basic-directory",
                        "/basic-directory",
                        Map.of("code", "x", "matter", Map.of("name", 5, "itemType", "99")),
                        400,
                        "field-wrong-type /matter/name",
                        "basic-code-invalid /code",
                        "item-type-unknown /matter/itemType"),
                put(
                        "/basic-directory/{code}",
                        "/basic-directory/000100001000",
                        Map.of("name", LONG, "itemType", "02"),
                        422,
                        "field-invalid /name",
                        "item-type-not-of-code /itemType"),
                put(
                        "/basic-directory/{code}/claims/{department}",
                        "/basic-directory/000100001000/claims/" + HEALTH,
                        Map.of("claimed", false, "reason", 5),
                        400,
                        "field-wrong-type /reason"),
                post(
                        "/area-evaluations",
                        "/area-evaluations",
                        Map.of("code", "lianyuan-x", "region", NOWHERE, "evaluation", evaluated),
                        400,
                        "field-wrong-type /evaluation/name",
                        "region-unknown /region",
                        "evaluation-kind-unknown /evaluation/kind",
                        "department-unknown /evaluation/park",
                        "evaluation-without-document /evaluation/document",
                        "evaluation-replaces-nothing /evaluation/replaces"),
                put(
                        "/area-evaluations/{code}",
                        "/area-evaluations/lianyuan-dz",
                        evaluated,
                        400,
                        "field-wrong-type /name",
                        "evaluation-kind-unknown /kind",
                        "department-unknown /park",
                        "evaluation-without-document /document",
                        "evaluation-replaces-nothing /replaces"),
                post(
                        "/directory",
                        "/directory",
                        Map.of("code", "lianyuan-x", "region", NOWHERE, "service", service),
                        400,
                        "field-wrong-type /service/name",
                        "region-unknown /region",
                        "service-without-basis /service/legalBasis",
                        "department-unknown /service/department"),
                put(
                        "/directory/{code}",
                        "/directory/lianyuan-ch",
                        service,
                        400,
                        "field-wrong-type /name",
                        "service-without-basis /legalBasis",
                        "department-unknown /department"),
                post(
                        "/knowledge",
                        "/knowledge",
                        Map.of("region", "1", "answer", told),
                        400,
                        "field-wrong-type /answer/question",
                        "region-unknown /region",
                        "answer-missing /answer/answer",
                        "item-unknown /answer/item",
                        "validity-reversed /answer/validTo"),
                put(
                        "/knowledge/{id}",
                        "/knowledge/" + answer,
                        told,
                        400,
                        "field-wrong-type /question",
                        "answer-missing /answer",
                        "item-unknown /item",
                        "validity-reversed /validTo"),
                post(
                        "/synonyms",
                        "/synonyms",
                        Map.of("region", NOWHERE, "words", List.of("甲", 5, "乙丙")),
                        400,
                        "field-wrong-type /words/1",
                        "region-unknown /region",
                        "synonym-length /words"),
                put(
                        "/synonyms/{id}",
                        "/synonyms/" + synonyms,
                        Map.of("words", List.of("甲", 5, "乙丙")),
                        400,
                        "field-wrong-type /words/1",
                        "synonym-length /words"),
                post(
                        "/packages/{code}/guide/checklist",
                        "/packages/" + OFFERED + "/guide/checklist",
                        Map.of("place", NOWHERE, "on", "soon", "members", Map.of("none", Map.of())),
                        400,
                        "field-malformed /on",
                        "region-unknown /place",
                        "member-unknown /members/none"));
    }

    static Wrong post(String path, String at, Object body, int status, String... told) {
        return new Wrong("POST", "/api/v1" + path, "/api/v1" + at, body, status, List.of(told));
    }

    static Wrong put(String path, String at, Object body, int status, String... told) {
        return new Wrong("PUT", "/api/v1" + path, "/api/v1" + at, body, status, List.of(told));
    }
}

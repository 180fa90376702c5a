package org.oneseal.catalog.web;

import static org.oneseal.catalog.web.RulesWithShapeTest.ITEM;
import static org.oneseal.catalog.web.RulesWithShapeTest.OVER;
import static org.oneseal.catalog.web.RulesWithShapeTest.UNFIT;
import static org.oneseal.catalog.web.RulesWithShapeTest.USCC;
import static org.oneseal.catalog.web.Wrong.LONG;
import static org.oneseal.catalog.web.Wrong.NOWHERE;
import static org.oneseal.catalog.web.Wrong.post;
import static org.oneseal.catalog.web.Wrong.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.catalog.CountyDesk;

/**
 * The requests about items and their guides that are wrong in their shape and against the rules.
 */
final class WrongItems {

    private WrongItems() {}

    static List<Wrong> all() {
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
                put(
                        "/items/{code}/draft",
                        "/items/" + OVER + "/draft",
                        content,
                        400,
                        "field-wrong-type /fees",
                        "field-invalid /itemType",
                        "item-cancelled"),
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
                put(
                        "/items/{code}/aliases",
                        "/items/" + ITEM + "/aliases",
                        Map.of("names", List.of("x", 5)),
                        400,
                        "field-wrong-type /names/1",
                        "alias-length /names/0"));
    }
}

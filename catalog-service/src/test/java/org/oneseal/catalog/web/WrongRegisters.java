package org.oneseal.catalog.web;

import static org.oneseal.catalog.web.RulesWithShapeTest.HEALTH;
import static org.oneseal.catalog.web.Wrong.LONG;
import static org.oneseal.catalog.web.Wrong.NOWHERE;
import static org.oneseal.catalog.web.Wrong.post;
import static org.oneseal.catalog.web.Wrong.put;

import java.util.List;
import java.util.Map;

/**
 * The requests about the registers that items refer to that are wrong in their shape and against
 * the rules.
 */
final class WrongRegisters {

    private WrongRegisters() {}

    static List<Wrong> all(String synonyms, String answer) {
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
                        "synonym-length /words"));
    }
}

package org.oneseal.catalog.web;

import static org.oneseal.catalog.web.RulesWithShapeTest.OVER_POWER;
import static org.oneseal.catalog.web.RulesWithShapeTest.POWER;
import static org.oneseal.catalog.web.RulesWithShapeTest.UNFIT_POWER;
import static org.oneseal.catalog.web.Wrong.LONG;
import static org.oneseal.catalog.web.Wrong.post;
import static org.oneseal.catalog.web.Wrong.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.catalog.PowerBodies;

/** The requests for bodies of powers that are wrong in their shape and against the rules. */
final class WrongPowers {

    private WrongPowers() {}

    static List<Wrong> all() {
        Map<String, Object> content = new LinkedHashMap<>(PowerBodies.penalty("丙处罚"));
        content.put("itemType", "001");
        content.put("measures", Map.of());
        return List.of(
                post(
                        "/powers",
                        "/powers",
                        Map.of(
                                "code",
                                "x",
                                "department",
                                "431382-NO",
                                "content",
                                Map.of("name", 5, "itemType", "02")),
                        400,
                        "field-wrong-type /content/name",
                        "implementation-code-invalid /code",
                        "department-unknown /department"),
                put(
                        "/powers/{code}/draft",
                        "/powers/" + OVER_POWER + "/draft",
                        content,
                        400,
                        "field-wrong-type /measures",
                        "field-invalid /itemType",
                        "item-cancelled"),
                post(
                        "/powers/{code}/versions",
                        "/powers/" + UNFIT_POWER + "/versions",
                        Map.of("effectiveFrom", "soon"),
                        400,
                        "field-malformed /effectiveFrom",
                        "element-missing /complaints"),
                post(
                        "/powers/{code}/draft/review",
                        "/powers/" + UNFIT_POWER + "/draft/review",
                        Map.of("passed", true, "reason", 5),
                        400,
                        "field-wrong-type /reason",
                        "element-missing /complaints"),
                post(
                        "/powers/{code}/suspension",
                        "/powers/" + UNFIT_POWER + "/suspension",
                        Map.of("reason", 5),
                        400,
                        "field-wrong-type /reason",
                        "item-not-in-force"),
                post(
                        "/powers/{code}/cancellation",
                        "/powers/" + POWER + "/cancellation",
                        Map.of("reason", LONG, "from", "2026-01-01"),
                        422,
                        "field-invalid /reason",
                        "cancellation-in-the-past /from"));
    }
}

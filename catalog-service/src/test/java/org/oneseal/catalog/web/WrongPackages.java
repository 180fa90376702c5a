package org.oneseal.catalog.web;

import static org.oneseal.catalog.web.RulesWithShapeTest.ITEM;
import static org.oneseal.catalog.web.RulesWithShapeTest.OFFERED;
import static org.oneseal.catalog.web.RulesWithShapeTest.PACKAGE;
import static org.oneseal.catalog.web.Wrong.LONG;
import static org.oneseal.catalog.web.Wrong.NOWHERE;
import static org.oneseal.catalog.web.Wrong.post;
import static org.oneseal.catalog.web.Wrong.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The requests about packages of items that are wrong in their shape and against the rules. */
final class WrongPackages {

    private WrongPackages() {}

    static List<Wrong> all() {
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
                put(
                        "/packages/{code}/draft",
                        "/packages/" + PACKAGE + "/draft",
                        content,
                        422,
                        "field-invalid /name/en"),
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
                        "package-never-published"),
                post(
                        "/packages/{code}/guide/checklist",
                        "/packages/" + OFFERED + "/guide/checklist",
                        Map.of("place", NOWHERE, "on", "soon", "members", Map.of("none", Map.of())),
                        400,
                        "field-malformed /on",
                        "region-unknown /place",
                        "member-unknown /members/none"));
    }
}

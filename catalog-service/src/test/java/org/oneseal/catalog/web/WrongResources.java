package org.oneseal.catalog.web;

import static org.oneseal.catalog.web.RulesWithShapeTest.GONE;
import static org.oneseal.catalog.web.RulesWithShapeTest.HEALTH;
import static org.oneseal.catalog.web.RulesWithShapeTest.RESOURCE;
import static org.oneseal.catalog.web.Wrong.post;

import java.util.List;
import java.util.Map;

/**
 * The requests about data resources and what is asked of them that are wrong in their shape and
 * against the rules.
 */
final class WrongResources {

    private WrongResources() {}

    static List<Wrong> all(String demand) {
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
                        "/data-resources/" + RESOURCE + "/versions",
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
                        "/data-resources/" + GONE + "/withdrawal",
                        Map.of("reason", true),
                        400,
                        "field-wrong-type /reason",
                        "resource-withdrawn"),
                post(
                        "/data-resources/{code}/demands",
                        "/data-resources/" + RESOURCE + "/demands",
                        Map.of(
                                "department",
                                HEALTH,
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
}

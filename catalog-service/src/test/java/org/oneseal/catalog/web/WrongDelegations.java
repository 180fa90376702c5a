package org.oneseal.catalog.web;

import static org.oneseal.catalog.web.RulesWithShapeTest.ITEM;
import static org.oneseal.catalog.web.Wrong.LONG;
import static org.oneseal.catalog.web.Wrong.NOWHERE;
import static org.oneseal.catalog.web.Wrong.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The requests about what one body hands on to another that are wrong in their shape and against
 * the rules.
 */
final class WrongDelegations {

    private WrongDelegations() {}

    static List<Wrong> all(String act) {
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
}

package org.oneseal.catalog.web;

import static org.oneseal.catalog.web.RulesWithShapeTest.COUNTY;
import static org.oneseal.catalog.web.RulesWithShapeTest.HEALTH;
import static org.oneseal.catalog.web.RulesWithShapeTest.USCC;
import static org.oneseal.catalog.web.Wrong.LONG;
import static org.oneseal.catalog.web.Wrong.NOWHERE;
import static org.oneseal.catalog.web.Wrong.post;

import java.util.List;
import java.util.Map;

/**
 * The requests about departments, their officers and their calendar that are wrong in their shape
 * and against the rules.
 */
final class WrongDepartments {

    private WrongDepartments() {}

    static List<Wrong> all() {
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
}

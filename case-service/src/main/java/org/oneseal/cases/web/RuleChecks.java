package org.oneseal.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;

/** What is asked of every rule that somebody adds, whatever it rules. */
final class RuleChecks {

    private static final int YEARS_AHEAD = 5;

    private RuleChecks() {}

    /** For one's own region and those below, from a day to come on. */
    static List<Objection> of(
            Caller caller, String region, LocalDate effectiveFrom, LocalDate today) {
        List<Objection> objections = new ArrayList<>();
        if (!reaches(caller, region)) {
            objections.add(Objection.of("rule-region-not-yours", region).at("/region"));
        }
        objections.addAll(ahead(effectiveFrom, today));
        return objections;
    }

    static List<Objection> atLeastOne(int amount) {
        return amount < 1 ? List.of(Objection.of("rule-too-short").at("/limit/amount")) : List.of();
    }

    static boolean reaches(Caller caller, String region) {
        RegionCode own = caller.region();
        return RegionCode.isValid(region) && (own == null || own.contains(new RegionCode(region)));
    }

    /** Tomorrow at the earliest, so that nobody counts by an old memory. */
    static List<Objection> ahead(LocalDate effectiveFrom, LocalDate today) {
        List<Objection> objections = new ArrayList<>();
        if (effectiveFrom.isAfter(today.plusYears(YEARS_AHEAD))) {
            objections.add(Objection.of("date-too-far").at("/effectiveFrom"));
        }
        if (!effectiveFrom.isAfter(today)) {
            objections.add(
                    Objection.of("rule-not-ahead", effectiveFrom.toString()).at("/effectiveFrom"));
        }
        return objections;
    }
}

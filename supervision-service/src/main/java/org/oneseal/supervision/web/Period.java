package org.oneseal.supervision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.FigureBook;

/** Whose figures over which days somebody asks for. */
record Period(Scope scope, RegionCode region, LocalDate from, LocalDate to) {

    private static final int LONGEST_YEARS = 20;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 9000;

    /** Null if something is wrong with it, or was before. */
    static @Nullable Period of(
            Caller caller,
            @Nullable String region,
            LocalDate from,
            LocalDate to,
            List<Objection> objections) {
        RulesApi.requireStaff(caller);
        RegionCode wanted = caller.region() == null ? RegionCode.NATION : caller.region();
        if (region != null) {
            if (RegionCode.isValid(region)) {
                wanted = new RegionCode(region);
            } else {
                objections.add(Objection.of("region-invalid", region).at("/region"));
            }
        }
        if (from.getYear() < FIRST_YEAR
                || to.getYear() > LAST_YEAR
                || to.isBefore(from)
                || from.plusYears(LONGEST_YEARS).isBefore(to)) {
            objections.add(Objection.of("period-invalid", LONGEST_YEARS).at("/from"));
        }
        return objections.isEmpty() ? new Period(Sights.ofFigures(caller), wanted, from, to) : null;
    }

    FigureBook.Question question(
            List<FigureBook.Dimension> by,
            Set<Counter> counters,
            @Nullable String department,
            @Nullable String item,
            @Nullable String channel) {
        return new FigureBook.Question(
                scope, region, from, to, by, counters, department, item, channel);
    }
}

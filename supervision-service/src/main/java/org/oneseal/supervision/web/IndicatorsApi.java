package org.oneseal.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Problems;
import org.oneseal.supervision.measuring.Figures;
import org.oneseal.supervision.supervising.Register;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indicators of a region over a period. */
@RestController
class IndicatorsApi {

    private static final int LONGEST_PERIOD_YEARS = 20;

    private final Register register;
    private final Problems problems;

    IndicatorsApi(Register register, Problems problems) {
        this.register = register;
        this.problems = problems;
    }

    /**
     * @param groupBy none, day, region, department, item or channel
     * @param groups one a key of the grouping that has sums
     */
    record IndicatorsView(
            String region, LocalDate from, LocalDate to, String groupBy, List<Group> groups) {

        record Group(String key, Figures figures) {}
    }

    @GetMapping("/api/v1/indicators")
    ResponseEntity<?> indicators(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "none") String groupBy) {
        caller.require(
                Role.SUPERVISOR,
                Role.AUDITOR,
                Role.PLATFORM_OPERATOR,
                Role.CHIEF_APPROVER,
                Role.CASE_OFFICER,
                Role.WINDOW_CLERK);
        List<Objection> objections = new ArrayList<>();
        RegionCode own = caller.region() == null ? RegionCode.NATION : caller.region();
        RegionCode wanted = own;
        if (region != null) {
            if (RegionCode.isValid(region)) {
                wanted = new RegionCode(region);
            } else {
                objections.add(Objection.of("region-invalid", region).at("/region"));
            }
        }
        if (to.isBefore(from) || from.plusYears(LONGEST_PERIOD_YEARS).isBefore(to)) {
            objections.add(Objection.of("period-invalid", LONGEST_PERIOD_YEARS).at("/from"));
        }
        Register.Grouping grouping = grouping(groupBy);
        if (grouping == null) {
            objections.add(Objection.of("grouping-unknown", groupBy).at("/groupBy"));
        }
        if (!objections.isEmpty() || grouping == null) return problems.badRequest(objections);
        List<IndicatorsView.Group> groups =
                register.sums(Scope.of(caller), wanted, from, to, grouping).entrySet().stream()
                        .map(e -> new IndicatorsView.Group(e.getKey(), Figures.of(e.getValue())))
                        .toList();
        return ResponseEntity.ok(new IndicatorsView(wanted.value(), from, to, groupBy, groups));
    }

    private static Register.@Nullable Grouping grouping(String name) {
        for (Register.Grouping grouping : Register.Grouping.values()) {
            if (grouping.name().toLowerCase(Locale.ROOT).equals(name)) return grouping;
        }
        return null;
    }
}

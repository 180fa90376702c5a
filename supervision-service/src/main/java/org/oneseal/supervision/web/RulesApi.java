package org.oneseal.supervision.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.supervising.Knowledge;
import org.oneseal.supervision.supervising.WatchTerm;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardTerms;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Issuing;
import org.oneseal.supervision.warning.Measure;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** By which rules cards are drawn and clocks run: whoever may get a card can read them. */
@RestController
class RulesApi {

    private final Knowledge knowledge;
    private final RuleViews views;
    private final Problems problems;
    private final InstantSource time;

    RulesApi(Knowledge knowledge, RuleViews views, Problems problems, InstantSource time) {
        this.knowledge = knowledge;
        this.views = views;
        this.problems = problems;
        this.time = time;
    }

    /**
     * @param governs whether it is this rule that a watch of its kind and item there goes by; else
     *     a nearer one of the same code does
     */
    record RuleView(
            String code,
            int version,
            String region,
            @Nullable String itemCode,
            WatchKind kind,
            Colour colour,
            Measure measure,
            int amount,
            LimitUnit unit,
            String condition,
            int priority,
            String ground,
            List<String> recipients,
            Issuing issuing,
            CardTerms terms,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            boolean governs) {}

    record TermView(
            WatchKind kind,
            @Nullable String stage,
            String region,
            int amount,
            LimitUnit unit,
            String ground,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {}

    /** Rules and terms differ from what is shown of them by shape only. */
    @Mapper(
            componentModel = ComponentModel.SPRING,
            implementationName = "<CLASS_NAME>ByMapStruct",
            unmappedTargetPolicy = ReportingPolicy.ERROR)
    interface RuleViews {

        RuleView rule(CardRule rule, boolean governs);

        @Mapping(target = "amount", source = "limit.amount")
        @Mapping(target = "unit", source = "limit.unit")
        @Mapping(target = "effectiveFrom", source = "from")
        @Mapping(target = "effectiveTo", source = "to")
        TermView term(WatchTerm term);

        default String region(RegionCode region) {
            return region.value();
        }
    }

    /** The rules that speak of a region on a day: its own and those it inherits. */
    @GetMapping("/api/v1/cards/rules")
    ResponseEntity<?> rules(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate on) {
        RegionCode wanted = wanted(caller, region);
        if (wanted == null) return refused(region);
        LocalDate day = day(on);
        var rules = knowledge.rules();
        List<CardRule> inForce = rules.inForce(wanted, day);
        Set<CardRule> governing = new HashSet<>();
        for (CardRule rule : inForce) {
            rules.of(rule.kind(), wanted, rule.itemCode(), day).stream()
                    .filter(r -> Objects.equals(r.itemCode(), rule.itemCode()))
                    .forEach(governing::add);
        }
        return ResponseEntity.ok(
                inForce.stream().map(r -> views.rule(r, governing.contains(r))).toList());
    }

    /** Limits that no item states, for a region on a day: its own and those it inherits. */
    @GetMapping("/api/v1/watches/terms")
    ResponseEntity<?> terms(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate on) {
        RegionCode wanted = wanted(caller, region);
        if (wanted == null) return refused(region);
        LocalDate day = day(on);
        return ResponseEntity.ok(
                knowledge.terms().stream()
                        .filter(t -> t.region().contains(wanted) && t.isInForce(day))
                        .map(views::term)
                        .toList());
    }

    /** The region asked for, else the caller's own, else the nation; null where it is none. */
    private static @Nullable RegionCode wanted(Caller caller, @Nullable String region) {
        requireStaff(caller);
        if (region != null) return RegionCode.isValid(region) ? new RegionCode(region) : null;
        return caller.region() == null ? RegionCode.NATION : caller.region();
    }

    static void requireStaff(Caller caller) {
        caller.require(
                Role.SUPERVISOR,
                Role.AUDITOR,
                Role.PLATFORM_OPERATOR,
                Role.CHIEF_APPROVER,
                Role.CASE_OFFICER,
                Role.WINDOW_CLERK);
    }

    private ResponseEntity<?> refused(@Nullable String region) {
        return problems.badRequest(
                List.of(Objection.of("region-invalid", String.valueOf(region)).at("/region")));
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? LocalDate.ofInstant(time.instant(), WorkCalendar.ZONE) : on;
    }
}

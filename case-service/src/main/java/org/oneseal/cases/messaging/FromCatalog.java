package org.oneseal.cases.messaging;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersion.CaseKind;
import org.oneseal.cases.items.ItemVersion.Necessity;
import org.oneseal.cases.items.ItemVersion.Status;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.TimeLimit;

/** The catalog's language as we read it. */
final class FromCatalog {

    private FromCatalog() {}

    record Limit(int amount, LimitUnit unit) {
        TimeLimit limit() {
            return new TimeLimit(amount, unit);
        }
    }

    record Material(String code, String name, String necessity) {}

    record Step(
            String code,
            String name,
            String role,
            @Nullable Limit limit,
            boolean separate,
            @Nullable Boolean priorExamination) {}

    record Procedure(
            String kind, @Nullable String name, int maxDays, @Nullable String legalGround) {}

    record Deemed(Limit limit, String legalGround) {}

    record Result(
            String code,
            String name,
            @Nullable String certificateType,
            @Nullable Integer validityMonths) {}

    record Item(
            String itemCode,
            int version,
            String region,
            String department,
            @Nullable String departmentName,
            @Nullable String departmentUscc,
            String name,
            String itemType,
            String caseKind,
            @Nullable List<String> serviceObjects,
            @Nullable Limit legalLimit,
            @Nullable Limit promisedLimit,
            @Nullable String legalBasis,
            @Nullable List<Material> materials,
            @Nullable List<Step> steps,
            @Nullable List<Procedure> specialProcedures,
            @Nullable Limit extensionMaximum,
            @Nullable Boolean extensionMovesPromise,
            @Nullable Deemed deemedAcceptance,
            @Nullable List<Result> results,
            boolean publicity,
            String status,
            LocalDate effectiveFrom,
            @Nullable LocalDate cancelledFrom,
            @Nullable String commitment,
            @Nullable Boolean jointHandling) {

        ItemVersion item() {
            return new ItemVersion(
                    itemCode,
                    version,
                    region,
                    department,
                    orElse(departmentName, department),
                    departmentUscc,
                    name,
                    itemType,
                    CaseKind.valueOf(caseKind),
                    all(serviceObjects),
                    limit(legalLimit),
                    limit(promisedLimit),
                    orElse(legalBasis, ""),
                    all(materials).stream()
                            .map(
                                    m ->
                                            new ItemVersion.Material(
                                                    m.code(),
                                                    m.name(),
                                                    Necessity.valueOf(m.necessity())))
                            .toList(),
                    all(steps).stream()
                            .map(
                                    s ->
                                            new ItemVersion.Step(
                                                    s.code(),
                                                    s.name(),
                                                    s.role(),
                                                    limit(s.limit()),
                                                    s.separate(),
                                                    s.priorExamination()))
                            .toList(),
                    all(specialProcedures).stream()
                            .map(
                                    p ->
                                            new ItemVersion.SpecialProcedure(
                                                    p.kind(),
                                                    p.name(),
                                                    p.maxDays(),
                                                    orElse(p.legalGround(), "")))
                            .toList(),
                    limit(extensionMaximum),
                    extensionMovesPromise,
                    deemedAcceptance == null
                            ? null
                            : new ItemVersion.DeemedAcceptance(
                                    deemedAcceptance.limit().limit(),
                                    deemedAcceptance.legalGround()),
                    all(results).stream()
                            .map(
                                    r ->
                                            new ItemVersion.Result(
                                                    r.code(),
                                                    r.name(),
                                                    r.certificateType(),
                                                    r.validityMonths()))
                            .toList(),
                    publicity,
                    Status.valueOf(status),
                    effectiveFrom,
                    cancelledFrom,
                    commitment,
                    jointHandling);
        }
    }

    record Span(LocalTime from, LocalTime to) {}

    record Calendar(
            String region,
            int year,
            int version,
            boolean provisional,
            @Nullable List<LocalDate> holidays,
            @Nullable List<LocalDate> makeupDays,
            @Nullable Map<LocalDate, String> dayNames,
            @Nullable List<Span> officeHours,
            boolean afterHoursIsNextDay,
            @Nullable String decree) {

        CalendarYear calendarYear() {
            List<OfficeHours.Span> spans = new ArrayList<>();
            for (Span span : all(officeHours)) {
                spans.add(new OfficeHours.Span(span.from(), span.to()));
            }
            return new CalendarYear(
                    year,
                    version,
                    provisional,
                    named(all(holidays)),
                    named(all(makeupDays)),
                    spans.isEmpty()
                            ? OfficeHours.USUAL
                            : new OfficeHours(spans, afterHoursIsNextDay),
                    decree);
        }

        private TreeMap<LocalDate, String> named(List<LocalDate> days) {
            Map<LocalDate, String> names = Objects.requireNonNullElse(dayNames, Map.of());
            var named = new TreeMap<LocalDate, String>();
            for (LocalDate day : days) named.put(day, names.getOrDefault(day, ""));
            return named;
        }
    }

    private static @Nullable TimeLimit limit(@Nullable Limit limit) {
        return limit == null ? null : limit.limit();
    }

    private static <T> List<T> all(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    private static String orElse(@Nullable String value, String fallback) {
        return value == null ? fallback : value;
    }
}

package org.oneseal.supervision.watching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * Whose the working days of a watch were (延误归因): each day after the opening, up to the end, belongs
 * to one of four, as spans are counted by the law: not their first day, but their last. Pure.
 *
 * @param days of each, those with none included
 */
public record Delay(Map<Whose, Integer> days) {

    public Delay {
        days = Map.copyOf(days);
    }

    /** The graver excuse first: a day of an outage is nobody's, whatever else went on. */
    public enum Whose {
        /** 系统: nobody could work. */
        SYSTEM,
        /** 申请人: something was missing and had been asked for. */
        APPLICANT,
        /** 其他部门: a special procedure ran, or another department was asked for its opinion. */
        OTHER_DEPARTMENT,
        /** 经办人: everything else. */
        HANDLER
    }

    /** A time that is not the handler's; open without an end. */
    public record Span(Whose whose, Instant from, @Nullable Instant to) {}

    /** Empty where the calendar does not know the years. */
    public static Delay of(
            Dossier dossier,
            Instant opened,
            Instant until,
            List<Span> outages,
            @Nullable WorkCalendar calendar) {
        Map<Whose, Integer> days = new EnumMap<>(Whose.class);
        for (Whose whose : Whose.values()) days.put(whose, 0);
        if (calendar == null) return new Delay(days);
        List<Span> spans = new ArrayList<>(outages);
        spans.addAll(spans(dossier));
        try {
            LocalDate last = Workdays.day(until);
            for (LocalDate day = Workdays.day(opened).plusDays(1);
                    !day.isAfter(last);
                    day = day.plusDays(1)) {
                if (calendar.isWorkday(day)) days.merge(whose(day, spans), 1, Integer::sum);
            }
        } catch (UnknownYear e) {
            days.replaceAll((_, _) -> 0);
        }
        return new Delay(days);
    }

    private static Whose whose(LocalDate day, List<Span> spans) {
        return spans.stream()
                .filter(s -> covers(s, day))
                .map(Span::whose)
                .min(Comparator.naturalOrder())
                .orElse(Whose.HANDLER);
    }

    private static boolean covers(Span span, LocalDate day) {
        LocalDate from = Workdays.day(span.from());
        LocalDate to = span.to() == null ? null : Workdays.day(span.to());
        // An outage of a day is that day's; a pause begins to count on the day after it began.
        boolean begun = span.whose() == Whose.SYSTEM ? !day.isBefore(from) : day.isAfter(from);
        return begun && (to == null || !day.isAfter(to));
    }

    private static List<Span> spans(Dossier dossier) {
        List<Span> spans = new ArrayList<>();
        for (CaseFact fact : dossier.facts()) {
            Instant at = fact.told().occurredAt();
            switch (fact) {
                case CaseFact.CorrectionRequested _ ->
                        spans.add(
                                new Span(
                                        Whose.APPLICANT,
                                        at,
                                        first(dossier, CaseFact.Corrected.class, at)));
                case CaseFact.Suspended(Told _, String procedure, int _) ->
                        spans.add(
                                new Span(Whose.OTHER_DEPARTMENT, at, resumed(dossier, procedure)));
                case CaseFact.Consulted(Told _, String consultation, String department) -> {
                    if (department.equals(dossier.head().department())) continue;
                    spans.add(
                            new Span(Whose.OTHER_DEPARTMENT, at, answered(dossier, consultation)));
                }
                default -> {}
            }
        }
        return spans;
    }

    private static @Nullable Instant first(
            Dossier dossier, Class<? extends CaseFact> kind, Instant after) {
        return dossier.all(kind)
                .map(f -> f.told().occurredAt())
                .filter(at -> !at.isBefore(after))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant answered(Dossier dossier, String consultation) {
        return dossier.all(CaseFact.ConsultationEnded.class)
                .filter(e -> e.consultation().equals(consultation))
                .map(e -> e.told().occurredAt())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant resumed(Dossier dossier, String procedure) {
        return dossier.all(CaseFact.Resumed.class)
                .filter(r -> Objects.equals(r.procedure(), procedure))
                .map(r -> r.told().occurredAt())
                .findFirst()
                .orElse(null);
    }
}

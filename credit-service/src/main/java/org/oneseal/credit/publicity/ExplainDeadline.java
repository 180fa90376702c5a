package org.oneseal.credit.publicity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.calendars.CatalogCalendars;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.stereotype.Component;

/** Shows day by day how the last day of a record comes about. */
@Component
public class ExplainDeadline {

    private final CatalogCalendars calendars;

    ExplainDeadline(CatalogCalendars calendars) {
        this.calendars = calendars;
    }

    public Explanation explain(PublicityRecord record) {
        LocalDate decidedOn = record.licence().decidedOn();
        Optional<WorkCalendar> calendar = calendars.forCounting(record.region(), decidedOn);
        return new Explanation(
                decidedOn,
                record.rule().workingDays(),
                record.rule().id(),
                record.rule().ground(),
                calendar.map(c -> PublicityTerm.due(decidedOn, record.rule(), c)).orElse(null),
                calendar
                        .map(c -> PublicityTerm.explain(decidedOn, record.rule(), c))
                        .orElse(List.of())
                        .stream()
                        .map(
                                day ->
                                        new Explanation.Day(
                                                day.day(),
                                                day.number(),
                                                day.reason(),
                                                day.provisional()))
                        .toList());
    }

    /**
     * The derivation.
     *
     * @param due null while no calendar is known
     */
    public record Explanation(
            LocalDate decidedOn,
            int workingDays,
            String rule,
            String ground,
            @Nullable PublicityDue due,
            List<Day> days) {

        /** One day: its number among the working days, 0 where it does not count. */
        public record Day(LocalDate day, int number, String reason, boolean provisional) {}
    }
}

package org.oneseal.supervision.supervising;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.Issuing;
import org.oneseal.supervision.watching.Norms;

/** When a card is issued and by when it has to be answered or appealed against. */
public final class Deadlines {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private Deadlines() {}

    /**
     * @param issueAt null if a supervisor has to decide
     */
    public record Times(@Nullable Instant issueAt, Instant answerBy, Instant appealUntil) {}

    /** The times of a card drawn now by the rule. */
    public static Times of(Norms norms, RegionCode region, CardRule rule, Instant now) {
        WorkCalendar calendar = norms.calendar(region).orElse(null);
        Instant issued = rule.issuing() == Issuing.OFFICE_HOURS ? opening(calendar, now) : now;
        return new Times(
                rule.issuing() == Issuing.BY_HAND ? null : issued,
                after(calendar, rule.terms().feedback(), issued),
                after(calendar, rule.terms().appeal(), issued));
    }

    /** Close of business so many working days later. */
    public static Instant after(@Nullable WorkCalendar calendar, int days, Instant from) {
        if (calendar != null) {
            try {
                LocalDate day = LocalDate.ofInstant(from, WorkCalendar.ZONE);
                return calendar.closeOf(calendar.plusWorkdays(day, days));
            } catch (UnknownYear e) {
                // counted below in calendar days, which are never fewer
            }
        }
        return from.plus(2L * days, ChronoUnit.DAYS);
    }

    /** Now within office hours, else when the office opens next. */
    private static Instant opening(@Nullable WorkCalendar calendar, Instant now) {
        if (calendar == null) return now;
        try {
            Instant opening = calendar.plusOfficeTime(now, MOMENT).minus(MOMENT);
            return opening.isBefore(now) ? now : opening;
        } catch (UnknownYear e) {
            return now;
        }
    }
}

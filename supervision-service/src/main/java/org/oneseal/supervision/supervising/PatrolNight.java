package org.oneseal.supervision.supervising;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.stereotype.Component;

/**
 * Patrols by itself every night: the cards of each day are drawn again once the day is over, and
 * those that come out otherwise are kept for who may see them. A page is a transaction: what is
 * published meanwhile must not wait for a whole day's cards.
 */
@Component
public class PatrolNight {

    /** After so long whoever patrolled is taken for dead. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int FIRST_HOUR = 1;
    private static final int LONGEST_WAY_BACK = 31;
    private static final int MOST_CARDS = 1_000_000;

    private final Patrol patrol;
    private final Patrols patrols;

    PatrolNight(Patrol patrol, Patrols patrols) {
        this.patrol = patrol;
        this.patrols = patrols;
    }

    /**
     * Patrols the earliest day that is over and was not patrolled, a month back at most.
     *
     * @return what came of it, empty if there is nothing to do
     */
    public Optional<Patrol.Report> patrol(Instant now) {
        ZonedDateTime local = now.atZone(WorkCalendar.ZONE);
        LocalDate yesterday = local.toLocalDate().minusDays(1);
        LocalDate day =
                patrols.lastDay()
                        .map(last -> last.plusDays(1))
                        .filter(next -> next.isAfter(yesterday.minusDays(LONGEST_WAY_BACK)))
                        .orElse(yesterday);
        if (day.isAfter(yesterday) || local.getHour() < FIRST_HOUR) {
            return Optional.empty();
        }
        if (!patrols.take(day, now, now.plus(LONGEST))) return Optional.empty();
        Patrol.Report report =
                patrol.patrol(
                        new Register.Sight(new Scope.Everywhere(), true, null),
                        day.atStartOfDay(WorkCalendar.ZONE).toInstant(),
                        day.plusDays(1)
                                .atStartOfDay(WorkCalendar.ZONE)
                                .toInstant()
                                .minusNanos(1000),
                        MOST_CARDS);
        patrols.keep(day, now, report);
        return Optional.of(report);
    }
}

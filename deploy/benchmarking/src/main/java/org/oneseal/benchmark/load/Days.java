package org.oneseal.benchmark.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.oneseal.platform.worktime.WorkCalendar;

/** When cases came in: on working days before today, while offices are open. */
final class Days {

    private static final int BACK = 300;
    private static final LocalTime FIRST = LocalTime.of(9, 0);
    private static final int MORNING_SECONDS = 150 * 60;

    private final List<LocalDate> workdays = new ArrayList<>();

    /**
     * @param first no day before this one, where the calendar begins
     */
    Days(WorkCalendar calendar, LocalDate first, LocalDate today) {
        for (int back = 1; back <= BACK; back++) {
            LocalDate day = today.minusDays(back);
            if (!day.isBefore(first) && calendar.isWorkday(day)) workdays.add(day);
        }
        if (workdays.isEmpty()) {
            throw new IllegalStateException("no working day between " + first + " and " + today);
        }
    }

    /**
     * A moment on one of the last working days.
     *
     * @param last how many of them
     */
    Instant any(RandomGenerator random, int last) {
        LocalDate day = workdays.get(random.nextInt(Math.min(last, workdays.size())));
        return day.atTime(FIRST)
                .atZone(WorkCalendar.ZONE)
                .toInstant()
                .plusSeconds(random.nextInt(MORNING_SECONDS))
                .plusNanos(random.nextInt(1_000_000) * 1_000L);
    }
}

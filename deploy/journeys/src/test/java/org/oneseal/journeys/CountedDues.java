package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The licence's due days, counted day by day from the decrees and by nothing of the services. */
final class CountedDues {

    private static final Path DECREES =
            World.ROOT.resolve("catalog-service/src/main/resources/reference/calendar-cn.csv");

    /**
     * What the law itself makes a holiday in the first weeks of 2027: New Year's Day, and the
     * Spring Festival from its eve to its third day (the first is 6 February).
     */
    private static final List<LocalDate> BY_LAW =
            List.of(
                    LocalDate.of(2027, 1, 1),
                    LocalDate.of(2027, 2, 5),
                    LocalDate.of(2027, 2, 6),
                    LocalDate.of(2027, 2, 7),
                    LocalDate.of(2027, 2, 8));

    private static final int PROMISED_WORKING_DAYS = 7;
    private static final int STATUTORY_DAYS = 30;
    private static final int REVIEW_WORKING_DAYS = 15;
    private static final int EXTENSION_WORKING_DAYS = 10;

    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> makeUps = new HashSet<>();

    CountedDues() {
        try {
            for (String line : Files.readAllLines(DECREES)) {
                if (!line.startsWith("2026-")) continue;
                String[] fields = line.split(",");
                (fields[1].equals("HOLIDAY") ? holidays : makeUps).add(LocalDate.parse(fields[0]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        holidays.addAll(BY_LAW);
        assertThat(makeUps).hasSize(6);
    }

    /** Whether a decree makes this day of rest a working day. */
    boolean isMadeUp(LocalDate day) {
        return makeUps.contains(day);
    }

    /** After acceptance, while the expert review runs, after it ended the same day. */
    List<String> of(LocalDate accepted, String mark) {
        String plain =
                "%s / %s%s"
                        .formatted(
                                workingDays(accepted, PROMISED_WORKING_DAYS),
                                calendarDays(accepted, STATUTORY_DAYS),
                                mark);
        LocalDate reviewed = workingDays(accepted, REVIEW_WORKING_DAYS);
        String suspended =
                "%s / %s%s"
                        .formatted(
                                workingDays(reviewed, PROMISED_WORKING_DAYS),
                                calendarDays(reviewed, STATUTORY_DAYS),
                                mark);
        return List.of(plain, suspended, plain);
    }

    /** After acceptance, and with ten more working days by law. */
    List<String> extended(LocalDate accepted, String mark) {
        String plain = of(accepted, mark).getFirst();
        LocalDate legal =
                workingDays(calendarDays(accepted, STATUTORY_DAYS), EXTENSION_WORKING_DAYS);
        return List.of(plain, plain.split(" / ", -1)[0] + " / " + legal + mark);
    }

    /** The day after counts as the first. */
    private LocalDate workingDays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkday(day)) left--;
        }
        return day;
    }

    /** A last day that is a rest day moves to the next working day. */
    private LocalDate calendarDays(LocalDate from, int days) {
        LocalDate day = from.plusDays(days);
        while (!isWorkday(day)) day = day.plusDays(1);
        return day;
    }

    private boolean isWorkday(LocalDate day) {
        boolean weekday =
                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return makeUps.contains(day) || weekday && !holidays.contains(day);
    }
}

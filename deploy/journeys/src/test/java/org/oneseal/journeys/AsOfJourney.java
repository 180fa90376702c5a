package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.local.Part;

/**
 * The story as of other days: late December, when deadlines run into a year without a decree, and a
 * Saturday on which offices work. The due days are counted here, day by day, from the decrees.
 */
@Order(10)
class AsOfJourney {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Path DECREES =
            World.ROOT.resolve("catalog-service/src/main/resources/reference/calendar-cn.csv");

    /** New Year's Day is what the law itself makes a holiday in the first weeks of 2027. */
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private static final int PROMISED_WORKING_DAYS = 7;
    private static final int STATUTORY_DAYS = 30;
    private static final int REVIEW_WORKING_DAYS = 15;

    /** Who takes part in the licence's story. */
    private static final Part[] PARTS = {
        Part.POSTGRES,
        Part.KAFKA,
        Part.KEYCLOAK,
        Part.CATALOG,
        Part.CASE,
        Part.CREDIT,
        Part.NOTIFICATION,
        Part.GATEWAY
    };

    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> makeUps = new HashSet<>();

    AsOfJourney() throws IOException {
        for (String line : Files.readAllLines(DECREES)) {
            if (!line.startsWith("2026-")) continue;
            String[] fields = line.split(",");
            (fields[1].equals("HOLIDAY") ? holidays : makeUps).add(LocalDate.parse(fields[0]));
        }
        holidays.add(NEW_YEAR);
        assertThat(makeUps).hasSize(6);
    }

    @Test
    void theDeadlineIsThatOfTheDayOnWhichTheStoryIsTold() {
        LocalDate saturday = LocalDate.of(2026, 2, 14);
        LocalDate december = LocalDate.of(2026, 12, 28);
        try (World world = World.start("as-of", until(saturday), PARTS)) {
            aMakeUpSaturdayIsAWorkingDay(saturday, duesOf(world));
            world.moveClock(until(december));
            inLateDecemberTheDeadlineRunsIntoAProvisionalYear(december, duesOf(world));
        }
    }

    private void aMakeUpSaturdayIsAWorkingDay(LocalDate today, List<?> dues) {
        assertThat(today.getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(makeUps).contains(today, LocalDate.of(2026, 2, 28));
        assertThat(dues.get(0)).isEqualTo("2026-03-03 / 2026-03-16");
        assertThat(dues).isEqualTo(expected(today, ""));
    }

    private void inLateDecemberTheDeadlineRunsIntoAProvisionalYear(LocalDate today, List<?> dues) {
        assertThat(dues.get(0)).isEqualTo("2027-01-07 / 2027-01-27 provisional");
        assertThat(dues).isEqualTo(expected(today, " provisional"));
    }

    private static Duration until(LocalDate today) {
        return Duration.between(Instant.now(), today.atTime(10, 0).atZone(ZONE).toInstant());
    }

    private static List<?> duesOf(World world) {
        Map<String, Object> licence = world.licence();
        assertThat(world.district()).containsEntry("calendarNext", "provisional");
        return (List<?>) java.util.Objects.requireNonNull(licence.get("dues"));
    }

    /** After acceptance, while the expert review runs, after it ended the same day. */
    private List<String> expected(LocalDate accepted, String mark) {
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

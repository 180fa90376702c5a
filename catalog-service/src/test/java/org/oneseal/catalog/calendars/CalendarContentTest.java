package org.oneseal.catalog.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.calendars.CalendarContent.Span;

/** Each day or hour that cannot be is told with its place. */
class CalendarContentTest {

    private static final String DECREE = "国务院办公厅关于2027年部分节假日安排的通知";

    @Test
    void aDecreedYearMeetsNothing() {
        assertThat(wrong(days("2027-01-01"), days("2027-02-20"), DECREE)).isEmpty();
    }

    @Test
    void aYearIsDecreed() {
        assertThat(wrong(days(), days(), null)).containsExactly("calendar-without-decree /decree");
        assertThat(wrong(days(), days(), " ")).containsExactly("calendar-without-decree /decree");
    }

    @Test
    void aDayLiesInTheYearAndIsEitherOffOrWorked() {
        assertThat(wrong(days("2026-12-31"), days("2028-01-01"), DECREE))
                .containsExactly(
                        "calendar-day-outside-year /holidays/2026-12-31",
                        "calendar-day-outside-year /makeupDays/2028-01-01");
        assertThat(wrong(days("2027-02-20"), days("2027-02-20"), DECREE))
                .containsExactly("calendar-day-both-off-and-worked /holidays/2027-02-20");
    }

    @Test
    void onlyADayOfAWeekendIsMadeUp() {
        assertThat(wrong(days(), days("2027-02-19"), DECREE))
                .containsExactly("calendar-makeup-on-weekday /makeupDays/2027-02-19");
    }

    @Test
    void officesAreOpenInSpansOneAfterTheOther() {
        assertThat(wrong(List.of())).containsExactly("calendar-without-office-hours /officeHours");
        assertThat(wrong(List.of(span(9, 12), span(11, 17))))
                .containsExactly("calendar-office-hours-unordered /officeHours/1");
        assertThat(wrong(List.of(span(9, 9))))
                .containsExactly("calendar-office-hours-unordered /officeHours/0");
    }

    private static Span span(int from, int to) {
        return new Span(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    private static SortedMap<LocalDate, String> days(String... days) {
        SortedMap<LocalDate, String> named = new TreeMap<>();
        Arrays.stream(days).forEach(day -> named.put(LocalDate.parse(day), "春节"));
        return named;
    }

    private static List<String> wrong(
            SortedMap<LocalDate, String> off,
            SortedMap<LocalDate, String> worked,
            @Nullable String decree) {
        return wrong(new CalendarContent(off, worked, List.of(span(9, 12)), false, decree));
    }

    private static List<String> wrong(List<Span> hours) {
        return wrong(new CalendarContent(days(), days(), hours, false, DECREE));
    }

    private static List<String> wrong(CalendarContent content) {
        return content.objections(2027).stream().map(o -> o.code() + " " + o.field()).toList();
    }
}

package org.oneseal.platform.worktime;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.region.RegionCode;

/**
 * The working days of a region over several years, immutable, with the arithmetic on them in
 * constant or logarithmic time. Years after the last one given are provisional until 2040; any
 * other year that was not given raises {@link UnknownYear}.
 */
public final class WorkCalendar {

    /** The zone in which all rules count. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RegionCode region;
    private final long version;
    private final String hash;
    private final NavigableMap<Integer, CalendarYear> years;

    /** Epoch day of the first day known. */
    private final int firstDay;

    /**
     * Number of working days before each day, by distance from the first; one longer than the days.
     */
    private final int[] workdaysBefore;

    /** Seconds of office time before each day, likewise. */
    private final long[] officeSecondsBefore;

    /** Epoch days of all working days, in order. */
    private final int[] workdays;

    private WorkCalendar(
            RegionCode region, long version, NavigableMap<Integer, CalendarYear> years) {
        this.region = region;
        this.version = version;
        this.years = years;
        this.hash = hash(region, years);
        this.firstDay = (int) LocalDate.of(years.firstKey(), 1, 1).toEpochDay();
        int days = (int) LocalDate.of(years.lastKey() + 1, 1, 1).toEpochDay() - firstDay;
        workdaysBefore = new int[days + 1];
        officeSecondsBefore = new long[days + 1];
        int[] found = new int[days];
        for (int i = 0; i < days; i++) {
            LocalDate date = LocalDate.ofEpochDay(firstDay + i);
            CalendarYear year = years.get(date.getYear());
            boolean workday = year != null && kind(year, date).isWorkday();
            if (workday) {
                found[workdaysBefore[i]] = firstDay + i;
            }
            workdaysBefore[i + 1] = workdaysBefore[i] + (workday ? 1 : 0);
            officeSecondsBefore[i + 1] =
                    officeSecondsBefore[i]
                            + (workday && year != null ? year.officeHours().seconds() : 0);
        }
        workdays = Arrays.copyOf(found, workdaysBefore[days]);
    }

    /**
     * A calendar of the years given, in any order. Its version is the sum of theirs, so that every
     * publication raises it.
     */
    public static WorkCalendar of(RegionCode region, Collection<CalendarYear> published) {
        if (published.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs a year");
        }
        NavigableMap<Integer, CalendarYear> years = new TreeMap<>();
        long version = 0;
        for (CalendarYear year : published) {
            version += year.version();
            if (years.put(year.year(), year) != null) {
                throw new IllegalArgumentException("given twice: " + year.year());
            }
        }
        OfficeHours hours = years.lastEntry().getValue().officeHours();
        for (int year = years.lastKey() + 1; year <= StatutoryHolidays.LAST_YEAR; year++) {
            years.put(year, CalendarYear.provisional(year, hours));
        }
        return new WorkCalendar(region, version, years);
    }

    /**
     * This calendar with more holidays, for a region that has its own (such as 三月三 or 古尔邦节).
     *
     * @param publication counts the publications of the region's own days; added to the version
     */
    public WorkCalendar with(RegionCode where, int publication, Map<LocalDate, String> holidays) {
        NavigableMap<Integer, CalendarYear> merged = new TreeMap<>(years);
        holidays.forEach(
                (date, name) -> {
                    CalendarYear year = year(date.getYear());
                    CalendarYear base = merged.getOrDefault(date.getYear(), year);
                    SortedMap<LocalDate, String> rest = new TreeMap<>(base.holidays());
                    SortedMap<LocalDate, String> makeUp = new TreeMap<>(base.makeUpDays());
                    rest.put(date, name);
                    makeUp.remove(date);
                    merged.put(
                            base.year(),
                            new CalendarYear(
                                    base.year(),
                                    base.version(),
                                    base.provisional(),
                                    rest,
                                    makeUp,
                                    base.officeHours(),
                                    base.decree()));
                });
        return new WorkCalendar(where, version + publication, merged);
    }

    public RegionCode region() {
        return region;
    }

    public long version() {
        return version;
    }

    /** Digest of region, days and hours, written {@code SM3:<hex>}. */
    public String hash() {
        return hash;
    }

    public boolean isWorkday(LocalDate date) {
        return day(date).isWorkday();
    }

    /** Whether the day lies in a year without a decree. */
    public boolean isProvisional(LocalDate date) {
        return year(date.getYear()).provisional();
    }

    public CalendarDay day(LocalDate date) {
        return kind(year(date.getYear()), date);
    }

    public OfficeHours officeHours(LocalDate date) {
        return year(date.getYear()).officeHours();
    }

    /** End of the last office hour of a day, whether or not it is a working day. */
    public Instant closeOf(LocalDate date) {
        return date.atTime(officeHours(date).close()).atZone(ZONE).toInstant();
    }

    /**
     * The day from which something that happens at the instant counts; counting starts the day
     * after.
     */
    public LocalDate dayOf(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, ZONE);
        if (officeHours(date).afterHoursIsNextDay()
                && (!isWorkday(date) || !at.isBefore(closeOf(date)))) {
            return plusWorkdays(date, 1);
        }
        return date;
    }

    /** The n-th working day after the date; for a negative n, before it; the date itself for 0. */
    public LocalDate plusWorkdays(LocalDate date, int n) {
        if (n == 0) {
            return date;
        }
        int rank =
                n > 0 ? workdaysBefore[index(date) + 1] + n - 1 : workdaysBefore[index(date)] + n;
        if (rank < 0) {
            throw new UnknownYear(years.firstKey() - 1);
        }
        if (rank >= workdays.length) {
            throw new UnknownYear(years.lastKey() + 1);
        }
        LocalDate found = LocalDate.ofEpochDay(workdays[rank]);
        requireKnown(date, found);
        return found;
    }

    /**
     * Working days after the first date up to and with the second; negative when that is earlier.
     */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        requireKnown(from, to);
        return workdaysBefore[index(to) + 1] - workdaysBefore[index(from) + 1];
    }

    /**
     * Working days left from the instant's day (which is not counted) to the due day; overdue:
     * negative.
     */
    public int remainingWorkdays(Instant now, Due due) {
        return workdaysBetween(LocalDate.ofInstant(now, ZONE), due.day());
    }

    /** The date if it is a working day, else the next one (民法典 art. 203). */
    public LocalDate rollForward(LocalDate date) {
        return isWorkday(date) ? date : plusWorkdays(date, 1);
    }

    /** Time in which offices are open between two instants; negative when the second is earlier. */
    public Duration officeTimeBetween(Instant from, Instant to) {
        requireKnown(LocalDate.ofInstant(from, ZONE), LocalDate.ofInstant(to, ZONE));
        return Duration.ofSeconds(officeSecondsUntil(to) - officeSecondsUntil(from));
    }

    /**
     * The moment at which so much office time has passed since the instant; for a negative time,
     * the latest moment since which it had. Whole seconds.
     */
    public Instant plusOfficeTime(Instant from, Duration officeTime) {
        long seconds = officeTime.toSeconds();
        if (seconds == 0) {
            return from;
        }
        boolean forward = seconds > 0;
        long target = officeSecondsUntil(from) + seconds;
        if (target < 0) {
            throw new UnknownYear(years.firstKey() - 1);
        }
        int days = officeSecondsBefore.length - 1;
        if (target > officeSecondsBefore[days]) {
            throw new UnknownYear(years.lastKey() + 1);
        }
        int index = lastIndexBelow(target + (forward ? 0 : 1));
        LocalDate date = LocalDate.ofEpochDay(firstDay + (long) index);
        long within = target - officeSecondsBefore[index];
        OfficeHours hours = officeHours(date);
        LocalTime time = forward ? hours.reaching(within) : hours.leaving(within);
        requireKnown(LocalDate.ofInstant(from, ZONE), date);
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    /** When a limit that starts at the instant ends. */
    public Due due(Instant start, TimeLimit limit) {
        return due(dayOf(start), start, limit);
    }

    /**
     * How much of the unit lies between two instants: working and calendar days by dates (first
     * excluded, last included), whole months, whole office hours; negative when the second is
     * earlier.
     */
    public long between(Instant from, Instant to, LimitUnit unit) {
        LocalDate first = LocalDate.ofInstant(from, ZONE);
        LocalDate last = LocalDate.ofInstant(to, ZONE);
        return switch (unit) {
            case WORKING_DAY -> workdaysBetween(first, last);
            case CALENDAR_DAY -> ChronoUnit.DAYS.between(first, last);
            case MONTH -> ChronoUnit.MONTHS.between(first, last);
            case OFFICE_HOUR -> officeTimeBetween(from, to).toHours();
        };
    }

    /**
     * The moment that lies a limit before another, for reminders: close of business of that day,
     * not rolled, or the exact moment for office hours.
     */
    public Instant minus(Instant from, TimeLimit limit) {
        LocalDate date = LocalDate.ofInstant(from, ZONE);
        return switch (limit.unit()) {
            case WORKING_DAY -> closeOf(plusWorkdays(date, -limit.amount()));
            case CALENDAR_DAY -> closeOf(date.minusDays(limit.amount()));
            case MONTH -> closeOf(date.minusMonths(limit.amount()));
            case OFFICE_HOUR -> plusOfficeTime(from, Duration.ofHours(-limit.amount()));
        };
    }

    /**
     * The due of a limit counted from a day already determined; the instant matters for hours only.
     */
    Due due(LocalDate startDay, Instant start, TimeLimit limit) {
        if (limit.amount() == 0) {
            boolean open = isWorkday(startDay) && start.isBefore(closeOf(startDay));
            return dueOn(startDay, open ? startDay : plusWorkdays(startDay, 1));
        }
        return switch (limit.unit()) {
            case WORKING_DAY -> dueOn(startDay, plusWorkdays(startDay, limit.amount()));
            case CALENDAR_DAY -> dueOn(startDay, rollForward(startDay.plusDays(limit.amount())));
            case MONTH -> dueOn(startDay, rollForward(startDay.plusMonths(limit.amount())));
            case OFFICE_HOUR ->
                    dueAt(startDay, plusOfficeTime(start, Duration.ofHours(limit.amount())));
        };
    }

    /** A due at close of business of a day, provisional if any year on the way to it is. */
    Due dueOn(LocalDate startDay, LocalDate day) {
        return new Due(day, closeOf(day), anyProvisional(startDay, day));
    }

    Due dueAt(LocalDate startDay, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZONE);
        return new Due(day, at, anyProvisional(startDay, day));
    }

    private boolean anyProvisional(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (year(year).provisional()) {
                return true;
            }
        }
        return false;
    }

    private long officeSecondsUntil(Instant at) {
        var local = at.atZone(ZONE);
        LocalDate date = local.toLocalDate();
        long before = officeSecondsBefore[index(date)];
        return isWorkday(date)
                ? before + officeHours(date).secondsUntil(local.toLocalTime())
                : before;
    }

    /** The last day before which less office time than this had passed. */
    private int lastIndexBelow(long seconds) {
        int low = 0;
        int high = officeSecondsBefore.length - 1;
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (officeSecondsBefore[middle] < seconds) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int index(LocalDate date) {
        year(date.getYear());
        return (int) (date.toEpochDay() - firstDay);
    }

    private void requireKnown(LocalDate a, LocalDate b) {
        int from = Math.min(a.getYear(), b.getYear());
        int to = Math.max(a.getYear(), b.getYear());
        for (int year = from; year <= to; year++) {
            year(year);
        }
    }

    private CalendarYear year(int year) {
        @Nullable CalendarYear found = years.get(year);
        if (found == null) {
            throw new UnknownYear(year);
        }
        return found;
    }

    private static CalendarDay kind(CalendarYear year, LocalDate date) {
        String makeUp = year.makeUpDays().get(date);
        if (makeUp != null) {
            return new CalendarDay(date, CalendarDay.Kind.MAKE_UP, makeUp);
        }
        String holiday = year.holidays().get(date);
        if (holiday != null) {
            return new CalendarDay(date, CalendarDay.Kind.HOLIDAY, holiday);
        }
        boolean weekend =
                date.getDayOfWeek() == DayOfWeek.SATURDAY
                        || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return new CalendarDay(
                date, weekend ? CalendarDay.Kind.WEEKEND : CalendarDay.Kind.WORKDAY, null);
    }

    private static String hash(RegionCode region, NavigableMap<Integer, CalendarYear> years) {
        StringBuilder content = new StringBuilder("calendar ").append(region);
        years.values().forEach(year -> content.append('\n').append(year.hash()));
        return Digest.of("SM3", content.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public String toString() {
        return "WorkCalendar[" + region + " version " + version + " " + hash + "]";
    }
}

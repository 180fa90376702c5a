package org.oneseal.platform.worktime;

/**
 * What the units of time limits are worth beside each other where no calendar is asked (时限换算): so
 * many working days are so many calendar days. Holidays can still break it: see {@link
 * PromiseSweep}.
 *
 * @param workingDays as many as {@code calendarDays}
 * @param monthDays calendar days of a month
 * @param officeHours of a working day
 */
public record UnitTable(int workingDays, int calendarDays, int monthDays, int officeHours) {

    /** 5 working days are 7 calendar days, a month is 30 days, 8 office hours a working day. */
    public static final UnitTable USUAL = new UnitTable(5, 7, 30, 8);

    public UnitTable {
        if (workingDays < 1
                || calendarDays < workingDays
                || monthDays < 1
                || officeHours < 1
                || officeHours > 24) {
            throw new IllegalArgumentException("no table of units: " + workingDays);
        }
    }

    /** A unit in parts of a day so fine that all units are whole. */
    public long parts(LimitUnit unit) {
        return switch (unit) {
            case WORKING_DAY -> (long) calendarDays * officeHours;
            case CALENDAR_DAY -> (long) workingDays * officeHours;
            case MONTH -> (long) monthDays * workingDays * officeHours;
            case OFFICE_HOUR -> calendarDays;
        };
    }

    /** A limit in the same parts. */
    public long parts(TimeLimit limit) {
        return limit.amount() * parts(limit.unit());
    }

    /** Whether a limit is not longer than another. */
    public boolean isWithin(TimeLimit limit, TimeLimit other) {
        return parts(limit) <= parts(other);
    }

    /** A limit in working days, rounded up to whole ones. */
    public int workingDays(TimeLimit limit) {
        return Math.toIntExact(Math.ceilDiv(parts(limit), parts(LimitUnit.WORKING_DAY)));
    }
}

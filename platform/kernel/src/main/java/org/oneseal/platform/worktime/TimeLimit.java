package org.oneseal.platform.worktime;

/**
 * A length of time that law or a promise allows (时限). Amount 0 means at once (即办): by close of
 * business of the day, or of the next working day where the offices are shut.
 */
public record TimeLimit(int amount, LimitUnit unit) {

    /** The finest step in which all units are whole: an office hour is 7 of it. */
    private static final int FORTIETHS_OF_A_DAY = 40;

    public TimeLimit {
        if (amount < 0) {
            throw new IllegalArgumentException("a time limit cannot be negative: " + amount);
        }
    }

    public static TimeLimit workingDays(int amount) {
        return new TimeLimit(amount, LimitUnit.WORKING_DAY);
    }

    public static TimeLimit calendarDays(int amount) {
        return new TimeLimit(amount, LimitUnit.CALENDAR_DAY);
    }

    public static TimeLimit months(int amount) {
        return new TimeLimit(amount, LimitUnit.MONTH);
    }

    public static TimeLimit officeHours(int amount) {
        return new TimeLimit(amount, LimitUnit.OFFICE_HOUR);
    }

    /**
     * Whether this limit is not longer than the other by the usual table: 5 working days are 7
     * calendar days, a month is 30 days, 8 office hours are a working day. Holidays can still break
     * it on some days: see {@link PromiseSweep}.
     */
    public boolean isWithin(TimeLimit other) {
        return nominal() <= other.nominal();
    }

    private long nominal() {
        return (long) amount
                * switch (unit) {
                    case WORKING_DAY -> FORTIETHS_OF_A_DAY * 7 / 5;
                    case CALENDAR_DAY -> FORTIETHS_OF_A_DAY;
                    case MONTH -> FORTIETHS_OF_A_DAY * 30;
                    case OFFICE_HOUR -> FORTIETHS_OF_A_DAY * 7 / 5 / 8;
                };
    }
}

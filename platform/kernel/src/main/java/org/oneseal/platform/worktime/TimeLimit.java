package org.oneseal.platform.worktime;

/**
 * A length of time that law or a promise allows (时限). Amount 0 means at once (即办): by close of
 * business of the day, or of the next working day where the offices are shut.
 */
public record TimeLimit(int amount, LimitUnit unit) {

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
     * Whether this limit is not longer than the other by the {@linkplain UnitTable#USUAL table}.
     */
    public boolean isWithin(TimeLimit other) {
        return UnitTable.USUAL.isWithin(this, other);
    }
}

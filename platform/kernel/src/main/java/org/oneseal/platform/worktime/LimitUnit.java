package org.oneseal.platform.worktime;

/** What a time limit is counted in (时限单位). */
public enum LimitUnit {
    /** 工作日: counted from the next day, ends at close of business. */
    WORKING_DAY,
    /** 自然日: counted from the next day; a last day of rest moves to the next working day. */
    CALENDAR_DAY,
    /** 月: ends on the same day number or the month's end; a last day of rest moves on likewise. */
    MONTH,
    /** 工作小时: hours in which offices are open, counted from the moment itself. */
    OFFICE_HOUR
}

package org.oneseal.supervision.measuring;

import java.util.Locale;

/** What is summed up. Days are working days. */
public enum Counter {
    SUBMITTED,
    ACCEPTED,
    /** Accepted cases of the immediate kind (即办件). */
    ACCEPTED_IMMEDIATE,
    /** Accepted cases that were applied for online (网上办件). */
    ACCEPTED_ONLINE,
    /** Accepted cases keyed in although the department's own system tells of their item (二次录入). */
    ACCEPTED_REENTERED,
    /** Accepted cases in which a promise stands for materials that follow (告知承诺). */
    ACCEPTED_ON_PROMISE,
    /** Statutory days of accepted cases that have a statutory limit. */
    ACCEPTED_LEGAL_DAYS,
    /** Promised days of the same cases. */
    ACCEPTED_PROMISED_DAYS,
    REFUSED,
    FINISHED,
    /** Ended regularly, by return or as void (正常、退回、作废办结): neither deleted nor handed on. */
    FINISHED_REGULAR,
    /** Finished before the promised due date (提前办结). */
    FINISHED_EARLY,
    /** Finished after the statutory or declared due date. */
    FINISHED_LATE,
    /** Finished cases of the promised kind with a limit: those that speed is measured on. */
    MEASURED,
    /** 法定时限 + 特别程序时限. */
    MEASURED_LEGAL_DAYS,
    MEASURED_PROMISED_DAYS,
    /** 用时: from acceptance to the end. */
    MEASURED_USED_DAYS,
    WITHDRAWN,
    /** Facts reported. */
    REPORTS,
    /** Facts reported more than a working day after they happened. */
    REPORTS_LATE,
    REPORT_LAG_SECONDS,
    CARDS_BLUE,
    CARDS_YELLOW,
    CARDS_RED,
    /** Of these, taken back (撤销黄牌、撤销红牌). */
    CARDS_BLUE_REVOKED,
    CARDS_YELLOW_REVOKED,
    CARDS_RED_REVOKED;

    /** Cards of a colour that were issued. */
    public static Counter drawn(String colour) {
        return valueOf("CARDS_" + colour);
    }

    /** Cards of a colour that were taken back. */
    public static Counter revoked(String colour) {
        return valueOf("CARDS_" + colour + "_REVOKED");
    }

    /** Name of the column that keeps it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}

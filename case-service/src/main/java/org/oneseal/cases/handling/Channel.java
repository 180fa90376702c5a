package org.oneseal.cases.handling;

import java.util.Arrays;

/**
 * How an application comes in (收件渠道). What a department's own system tells has names of its own.
 */
public enum Channel {
    /** The website (网上). */
    ONLINE(false),
    /** A mobile app (移动端). */
    APP(false),
    /** A terminal that serves itself (自助终端). */
    KIOSK(false),
    /** Papers are fetched and brought by courier (快递申请). */
    COURIER(false),
    /** At the counter of a hall (窗口). */
    WINDOW(true),
    /** A letter that a clerk has opened (邮寄). */
    MAIL(true),
    /** A clerk has come to the applicant (上门). */
    DOOR(true);

    private final boolean byClerks;

    Channel(boolean byClerks) {
        this.byClerks = byClerks;
    }

    /** Whether a clerk takes in for somebody, who is no applicant by that. */
    public boolean byClerks() {
        return byClerks;
    }

    /** Whether it is one of ours and a clerk takes in by it. */
    static boolean byClerks(String name) {
        return Arrays.stream(values()).anyMatch(c -> c.byClerks && c.name().equals(name));
    }
}

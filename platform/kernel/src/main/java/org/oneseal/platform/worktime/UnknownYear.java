package org.oneseal.platform.worktime;

import java.io.Serial;

/** A calculation touched a year of which no calendar is known and none may be assumed. */
public final class UnknownYear extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final int year;

    public UnknownYear(int year) {
        super("no calendar for the year " + year);
        this.year = year;
    }

    public int year() {
        return year;
    }
}

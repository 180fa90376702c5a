package org.oneseal.story.faults;

import org.oneseal.local.Part;

/** Which process is killed, in turn. */
enum Kill {
    SERVICE(Part.CASE, "the case service"),
    POSTMASTER(Part.POSTGRES, "the postmaster"),
    BROKER(Part.KAFKA, "the broker"),
    /** The relay lives in the case service: it is killed while something waits to be sent. */
    RELAY(Part.CASE, "the relay"),
    WATCHER(Part.SUPERVISION, "supervision"),
    TELLER(Part.NOTIFICATION, "notification");

    private final Part victim;
    private final String title;

    Kill(Part victim, String title) {
        this.victim = victim;
        this.title = title;
    }

    Part victim() {
        return victim;
    }

    String title() {
        return title;
    }

    /** The n-th, counted from 0. */
    static Kill inTurn(int n) {
        return values()[n % values().length];
    }
}

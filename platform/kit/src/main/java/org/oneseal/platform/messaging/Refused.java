package org.oneseal.platform.messaging;

/**
 * What an event says cannot be taken, however often it is tried: it is set aside at once. Not for
 * faults of the surroundings.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param why in words or codes for whoever looks at what was set aside
     */
    public Refused(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}

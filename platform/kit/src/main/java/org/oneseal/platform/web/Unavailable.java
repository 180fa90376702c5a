package org.oneseal.platform.web;

import java.time.Duration;

/** Another service is needed and does not answer: 503 with Retry-After, nothing was written. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public Unavailable(String what, Duration retryAfter) {
        super(what);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}

package org.oneseal.platform.testkit;

import java.time.Duration;

/** How long a test waits for what another thread or process does. */
public final class Patience {

    /**
     * Not a budget: what is waited for takes milliseconds. A shared machine can stand still for
     * minutes, and a test that fails then says nothing about the product.
     */
    public static final Duration SOON = Duration.ofMinutes(5);

    private Patience() {}
}

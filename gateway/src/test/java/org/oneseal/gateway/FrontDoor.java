package org.oneseal.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The gateway that the tests of what comes in share, so that one is started for all of them. A test
 * that needs settings of its own starts a {@link RunningGateway} of its own.
 */
final class FrontDoor {

    private static final RunningGateway GATEWAY = started();

    private FrontDoor() {}

    /** The gateway before services that are fine and have seen nothing yet. */
    static RunningGateway open() {
        GATEWAY.upstreams.behaviour = Upstreams.FINE;
        GATEWAY.upstreams.seen.clear();
        return GATEWAY;
    }

    private static RunningGateway started() {
        try {
            return new RunningGateway(
                    Map.of(
                            "oneseal.gateway.cors-origins", "https://app.example",
                            "oneseal.gateway.max-body", "64KB",
                            "oneseal.gateway.limits.anonymous.per-second", "10000",
                            "oneseal.gateway.limits.anonymous.burst", "10000",
                            "oneseal.gateway.limits.refused.burst", "10000"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

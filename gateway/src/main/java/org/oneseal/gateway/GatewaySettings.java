package org.oneseal.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set, under {@code oneseal.gateway}.
 *
 * @param issuer the issuer that tokens name, as seen from outside
 * @param jwks where the issuer's keys are read, as seen from here
 * @param upstreams base address by service segment
 * @param publicUrl the platform's own address in a browser, always allowed as an origin
 * @param corsOrigins other origins whose pages may call
 * @param trustedProxies networks (CIDR) whose X-Forwarded-For is believed; none by default
 * @param maxBody largest request body
 * @param timeLimit from the end of the request's body to the first byte of the answer
 * @param uploadLimit for the request's body to arrive
 */
@ConfigurationProperties("oneseal.gateway")
public record GatewaySettings(
        String issuer,
        URI jwks,
        Map<String, URI> upstreams,
        URI publicUrl,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("25MB") DataSize maxBody,
        @DefaultValue("20s") Duration timeLimit,
        @DefaultValue("60s") Duration uploadLimit,
        @DefaultValue Breaker breaker,
        @DefaultValue Admission admission,
        Limits limits) {

    /**
     * When a service is left alone for a while.
     *
     * @param window calls looked at
     * @param minimum calls before a judgement
     * @param failureRate percent
     * @param pause how long no call is made
     * @param probes calls let through after the pause
     */
    public record Breaker(
            @DefaultValue("50") int window,
            @DefaultValue("20") int minimum,
            @DefaultValue("50") int failureRate,
            @DefaultValue("5s") Duration pause,
            @DefaultValue("5") int probes) {}

    /**
     * Requests that may be under way at a service at once, answered or not.
     *
     * @param initial before anything is known
     * @param least however slow it is
     * @param most however quick it is
     * @param slow an answer that takes longer shrinks the limit by a tenth
     */
    public record Admission(
            @DefaultValue("100") int initial,
            @DefaultValue("32") int least,
            @DefaultValue("400") int most,
            @DefaultValue("500ms") Duration slow) {}

    /**
     * Requests per client and replica. {@code refused} counts tokens that did not hold, by address;
     * {@code clients} is how many are remembered.
     */
    public record Limits(
            Rate anonymous,
            Rate person,
            Rate system,
            Rate refused,
            @DefaultValue("100000") int clients) {}

    /** A token bucket: refilled {@code perSecond}, at most {@code burst} at once. */
    public record Rate(double perSecond, int burst) {

        public Rate {
            if (!(perSecond > 0) || burst < 1) {
                throw new IllegalArgumentException(
                        "a rate needs more than no request a second and a burst of one");
            }
        }
    }
}

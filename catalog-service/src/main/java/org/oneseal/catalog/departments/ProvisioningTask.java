package org.oneseal.catalog.departments;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One account or group that is to be made at the identity provider (账号开通).
 *
 * @param kind what is made
 * @param key department code or username
 * @param reason why it is not done yet, for people; null when nothing went wrong
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried again
 */
public record ProvisioningTask(
        Kind kind,
        String key,
        State state,
        @Nullable String reason,
        int attempts,
        Instant nextAttemptAt) {

    /** What is made. */
    public enum Kind {
        DEPARTMENT,
        OFFICER
    }

    /** Where it stands; FAILED is tried again only when an operator asks for it. */
    public enum State {
        PENDING,
        DONE,
        FAILED
    }

    private static final int MOST_ATTEMPTS = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    static ProvisioningTask ofDepartment(Department department, Instant now) {
        return new ProvisioningTask(
                Kind.DEPARTMENT, department.code(), State.PENDING, null, 0, now);
    }

    static ProvisioningTask ofOfficer(Officer officer, Instant now) {
        return new ProvisioningTask(Kind.OFFICER, officer.username(), State.PENDING, null, 0, now);
    }

    ProvisioningTask done() {
        return new ProvisioningTask(kind, key, State.DONE, null, attempts + 1, nextAttemptAt);
    }

    /** Nobody can be asked: it waits and says so, without counting as an attempt. */
    ProvisioningTask waiting(String why, Instant now) {
        return new ProvisioningTask(
                kind, key, State.PENDING, why, attempts, now.plus(LONGEST_PAUSE));
    }

    /** Tried in vain: again after a pause that doubles, up to half an hour. */
    ProvisioningTask failedOnce(String why, Instant now) {
        int tried = attempts + 1;
        if (tried >= MOST_ATTEMPTS) return refused(why);
        Duration pause = Duration.ofSeconds(1L << Math.min(tried, 11));
        if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
        return new ProvisioningTask(kind, key, State.PENDING, why, tried, now.plus(pause));
    }

    /** The identity provider will not do it as it stands. */
    ProvisioningTask refused(String why) {
        return new ProvisioningTask(kind, key, State.FAILED, why, attempts + 1, nextAttemptAt);
    }

    ProvisioningTask again(Instant now) {
        return new ProvisioningTask(kind, key, State.PENDING, reason, 0, now);
    }
}

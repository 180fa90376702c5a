package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The patrols of past nights. */
public interface Patrols {

    /** The last day whose cards were drawn again. */
    Optional<LocalDate> lastDay();

    /**
     * Whether the day's patrol is the caller's; nobody else's then, until it is kept or that
     * instant has passed.
     */
    boolean take(LocalDate day, Instant now, Instant until);

    /** Keeps what a patrol found; what another replica kept of that day stays. */
    void keep(LocalDate day, Instant at, Patrol.Report report);

    /** The latest nights first, each with the wrong cards that may be seen. */
    List<Night> nights(Register.Sight sight, int limit);

    /**
     * A night's patrol.
     *
     * @param day whose cards were drawn again (Asia/Shanghai)
     */
    record Night(LocalDate day, Instant at, boolean complete, List<Patrol.Wrong> wrong) {}
}

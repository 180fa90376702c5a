package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The latest nights first, those before a day if one is given. */
    List<Night> nights(Register.Sight sight, @Nullable LocalDate before, int limit);

    /** Whether that day's cards were drawn again. */
    boolean isPatrolled(LocalDate day);

    /** The wrong cards of a day that may be seen, by their ids. */
    List<Patrol.Wrong> wrong(Register.Sight sight, LocalDate day, String afterCard, int limit);

    /**
     * A night's patrol.
     *
     * @param day whose cards were drawn again (Asia/Shanghai)
     * @param complete false if there were more cards than are looked at in a night
     * @param wrong cards that came out otherwise, as far as they may be seen
     */
    record Night(LocalDate day, Instant at, boolean complete, long wrong) {}
}

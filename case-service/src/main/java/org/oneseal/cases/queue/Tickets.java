package org.oneseal.cases.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.queue.Queue.Hall;
import org.oneseal.cases.queue.Queue.Lane;
import org.oneseal.cases.queue.Queue.PreReview;
import org.oneseal.cases.queue.Queue.Ticket;
import org.oneseal.cases.queue.Queue.TicketState;
import org.oneseal.cases.queue.Queue.Window;

/** All tickets. */
public interface Tickets {

    /** The number follows the day's last one; nothing where the pre-review was used already. */
    Optional<Ticket> draw(
            String id,
            Hall hall,
            LocalDate day,
            Lane lane,
            PreReview review,
            @Nullable String appointment,
            Instant now);

    /** The next one who waits goes to the window; nobody else gets the same. */
    Optional<Ticket> call(Window window, LocalDate day, Instant now);

    Optional<Ticket> ticket(String id);

    /** How many would be called before it. */
    int before(Ticket ticket);

    /** False where it was not called, or has ended. */
    boolean end(String ticket, TicketState state, Instant now);
}

package org.oneseal.cases.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.queue.Queue.Appointment;
import org.oneseal.cases.queue.Queue.AppointmentRule;
import org.oneseal.cases.queue.Queue.AppointmentState;
import org.oneseal.cases.queue.Queue.Hall;

/** All appointments, and how many may be made. */
public interface Appointments {

    boolean addRule(Hall hall, AppointmentRule rule);

    Optional<AppointmentRule> rule(Hall hall, LocalDate day);

    /** Locks the slot until the end of the transaction and counts who has booked. */
    int bookedIn(Hall hall, Instant slot);

    /** False where the party holds a place at that time. */
    boolean book(Appointment appointment);

    Optional<Appointment> appointment(String id);

    List<Appointment> appointments(String party);

    /** False where it is no longer booked. */
    boolean change(String appointment, AppointmentState state);
}

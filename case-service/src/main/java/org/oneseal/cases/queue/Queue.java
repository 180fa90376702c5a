package org.oneseal.cases.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hall of one department: its windows, pre-reviews, appointments and tickets. */
public final class Queue {

    /** What a window does. */
    public enum Task {
        PRE_REVIEW,
        ACCEPT
    }

    /** Who is called first: the earlier one here. */
    public enum Lane {
        GREEN,
        APPOINTMENT,
        ORDINARY
    }

    public enum TicketState {
        WAITING,
        CALLED,
        SERVED,
        /** Called, and nobody came. */
        GONE
    }

    public enum AppointmentState {
        BOOKED,
        CANCELLED,
        USED
    }

    /** Of which department. */
    public record Hall(String region, String department) {}

    public record Window(String id, Hall hall, String name, Task task, boolean open) {}

    public record PreReview(
            String id,
            Hall hall,
            String window,
            String party,
            String itemCode,
            String begunBy,
            Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable Boolean passed,
            List<String> missing) {}

    public record Ticket(
            String id,
            Hall hall,
            LocalDate day,
            int number,
            Lane lane,
            String party,
            String itemCode,
            TicketState state,
            Instant drawnAt,
            @Nullable String window,
            @Nullable Instant calledAt,
            @Nullable Instant endedAt) {}

    /**
     * @param daysAhead how many days before one may book
     */
    public record AppointmentRule(
            LocalTime firstSlot,
            LocalTime lastSlot,
            int slotMinutes,
            int places,
            int daysAhead,
            LocalDate effectiveFrom) {

        public boolean has(LocalTime time) {
            long minutes = java.time.Duration.between(firstSlot, time).toMinutes();
            return !time.isBefore(firstSlot)
                    && !time.isAfter(lastSlot)
                    && time.getSecond() == 0
                    && time.getNano() == 0
                    && minutes % slotMinutes == 0;
        }
    }

    public record Appointment(
            String id,
            Hall hall,
            String party,
            String itemCode,
            Instant slot,
            AppointmentState state,
            Instant bookedAt) {}

    /**
     * What a window did on a day; times are sums in seconds over what is finished.
     *
     * @param waitSeconds from ticket to call
     */
    public record WindowFigures(
            String window,
            String name,
            Task task,
            boolean open,
            long preReviews,
            long passed,
            long preReviewSeconds,
            long served,
            long serviceSeconds,
            long waitSeconds) {

        public long busySeconds() {
            return preReviewSeconds + serviceSeconds;
        }
    }

    private Queue() {}
}

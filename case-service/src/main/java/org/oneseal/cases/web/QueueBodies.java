package org.oneseal.cases.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.queue.Queue;

/** What is sent to the hall. */
final class QueueBodies {

    private QueueBodies() {}

    record WindowRequest(@NotBlank @Size(max = 100) String name, Queue.@NotNull Task task) {}

    record WindowChange(Queue.@NotNull Task task, @NotNull Boolean open) {}

    record PreReviewRequest(
            @NotBlank @Size(max = 64) String window,
            @NotBlank @Size(max = 64) String party,
            @NotBlank @Size(max = 50) String itemCode) {}

    /**
     * @param missing what is still to be brought, where it did not pass
     */
    record PreReviewEnd(
            @NotNull Boolean passed,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> missing) {}

    /**
     * @param party at the counter, for whom; others draw for themselves
     * @param green goes first; said by a clerk
     */
    record TicketRequest(
            @NotNull @Pattern(regexp = "[0-9]{12}") String region,
            @NotBlank @Size(max = 50) String department,
            @NotBlank @Size(max = 50) String itemCode,
            @Nullable @Size(min = 1, max = 64) String party,
            @Nullable @Size(min = 1, max = 64) String appointment,
            @Nullable Boolean green) {}

    record TicketEnd(@NotNull Boolean served) {}

    record AppointmentRequest(
            @NotNull @Pattern(regexp = "[0-9]{12}") String region,
            @NotBlank @Size(max = 50) String department,
            @NotBlank @Size(max = 50) String itemCode,
            @NotNull Instant slot) {}

    /**
     * How many may come when.
     *
     * @param effectiveFrom tomorrow at the earliest
     */
    record AppointmentRuleRequest(
            @NotNull LocalTime firstSlot,
            @NotNull LocalTime lastSlot,
            @NotNull @Min(5) @Max(240) Integer slotMinutes,
            @NotNull @Min(1) @Max(500) Integer places,
            @NotNull @Min(1) @Max(90) Integer daysAhead,
            @NotNull LocalDate effectiveFrom) {}
}

package org.oneseal.supervision.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a matter has come that is told to supervision itself: a request for disclosure, a ticket,
 * a bad review (依申请公开、工单、差评整改).
 *
 * @param milestone which of its milestones, from 1; they need not be told in this order
 * @param reached what happened
 * @param awaits what has to follow, null at its end
 * @param from day from which the time is counted, null for that of the event
 * @param by last day as whoever tells it has it
 */
public record MatterTold(
        String matter,
        String kind,
        String number,
        String title,
        String region,
        String department,
        long milestone,
        String reached,
        @Nullable String awaits,
        @Nullable LocalDate from,
        @Nullable LocalDate by)
        implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.matter-told";
    }
}

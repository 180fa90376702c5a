package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.ExplainedDay;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.watching.Delay;

/**
 * Why a card was drawn: everything needed to draw it again with pencil and paper.
 *
 * @param facts what was known when it was drawn
 * @param rule the version it was drawn by
 * @param again the threshold computed anew from these facts; null if they no longer give one
 * @param holds whether that is the threshold on the card
 * @param days day by day from the start to the due date, empty where no working days are counted
 * @param delay whose the working days up to the threshold were; null without a clock
 */
public record Proof(
        CardSheet card,
        List<StatedFact> facts,
        @Nullable CardRule rule,
        @Nullable CalendarRef calendar,
        @Nullable Crossing again,
        boolean holds,
        List<ExplainedDay> days,
        @Nullable Delay delay) {

    public record StatedFact(String kind, long sequence, Instant occurredAt, Instant recordedAt) {}

    /** The calendar that was counted on now; the card names the version of its day. */
    public record CalendarRef(String region, String version, String hash) {}
}

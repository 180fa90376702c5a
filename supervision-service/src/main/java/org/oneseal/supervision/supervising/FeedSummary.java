package org.oneseal.supervision.supervising;

import java.util.Map;
import org.oneseal.supervision.warning.Colour;

/**
 * One source of fed cases at a glance.
 *
 * @param watches cases watched
 * @param late past their statutory or declared due date, finished or still open
 * @param finishedLate of these the finished ones
 * @param afterEnd cases in which something happened after their end
 * @param endBeforeStart cases whose end lies before their start
 * @param cards cards that stand: neither revoked nor proposed to be
 * @param held watches not judged yet, because old news still comes in
 * @param proposals cards whose revocation is proposed
 */
public record FeedSummary(
        long watches,
        long open,
        long finished,
        long late,
        long finishedLate,
        long afterEnd,
        long endBeforeStart,
        Map<Colour, Long> cards,
        long held,
        long proposals) {}

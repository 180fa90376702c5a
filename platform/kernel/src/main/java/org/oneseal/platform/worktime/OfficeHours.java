package org.oneseal.platform.worktime;

import java.time.LocalTime;
import java.util.List;

/**
 * When offices are open on a working day (办公时间), local time, spans in order and apart.
 *
 * @param afterHoursIsNextDay whether what happens after close, or on a day of rest, counts as
 *     happening on the next working day; off unless a region orders it, for with next-day counting
 *     it gives the authority a day that the law does not
 */
public record OfficeHours(List<Span> spans, boolean afterHoursIsNextDay) {

    /** 09:00–12:00 and 13:00–17:00, for a region that publishes none. */
    public static final OfficeHours USUAL =
            of(
                    new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                    new Span(LocalTime.of(13, 0), LocalTime.of(17, 0)));

    /** An unbroken time of being open, from inclusive, to exclusive. */
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("office hours end before they begin: " + from);
            }
        }
    }

    public OfficeHours {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("office hours need a span");
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
                throw new IllegalArgumentException("office hours overlap: " + spans);
            }
        }
    }

    public static OfficeHours of(Span... spans) {
        return new OfficeHours(List.of(spans), false);
    }

    public LocalTime close() {
        return spans.getLast().to();
    }

    /** Open seconds of a whole day. */
    long seconds() {
        return secondsUntil(LocalTime.MAX);
    }

    /** Open seconds before a time of day. */
    long secondsUntil(LocalTime time) {
        long sum = 0;
        for (Span span : spans) {
            long until = Math.min(time.toSecondOfDay(), span.to().toSecondOfDay());
            sum += Math.max(0, until - span.from().toSecondOfDay());
        }
        return sum;
    }

    /** The earliest time of day before which the offices were open that many seconds, above 0. */
    LocalTime reaching(long seconds) {
        long left = seconds;
        for (Span span : spans) {
            long length = span.to().toSecondOfDay() - span.from().toSecondOfDay();
            if (left <= length) {
                return span.from().plusSeconds(left);
            }
            left -= length;
        }
        throw new IllegalArgumentException("longer than a day: " + seconds);
    }

    /** The latest time of day before which the offices were open just that many seconds. */
    LocalTime leaving(long seconds) {
        long left = seconds;
        for (Span span : spans) {
            long length = span.to().toSecondOfDay() - span.from().toSecondOfDay();
            if (left < length) {
                return span.from().plusSeconds(left);
            }
            left -= length;
        }
        throw new IllegalArgumentException("as long as a day: " + seconds);
    }
}

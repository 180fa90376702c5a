package org.oneseal.benchmark.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * What in a prototype's texts belongs to that one case: its words, every other id, and every time.
 * A time before the receipt can't be explained and is an error, so that no copy lies about its
 * days.
 */
final class Marks {

    private static final String SECONDS = "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?";
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Pattern INSTANT = Pattern.compile(DAY + "T" + SECONDS + "Z");
    private static final Pattern STORED = Pattern.compile(DAY + " " + SECONDS + "\\+00");
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern ID = Pattern.compile(Identifiers.SHAPE);
    private static final DateTimeFormatter AS_STORED =
            new DateTimeFormatterBuilder()
                    .appendPattern("yyyy-MM-dd HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendLiteral("+00")
                    .toFormatter(java.util.Locale.ROOT);

    /** Later than this after the receipt nothing happened any more: it is something due. */
    private static final long HANDLED_WITHIN_SECONDS = 600;

    private static final int NEVER = 9000;

    private final Map<String, Stencil.Gap> words;
    private final Pattern any;
    private final Instant receivedAt;
    private final LocalDate day;
    private final WorkCalendar calendar;

    /**
     * @param words of the prototype that a copy replaces by its own
     */
    Marks(Map<String, Stencil.Gap> words, Instant receivedAt, WorkCalendar calendar) {
        this.words = new LinkedHashMap<>(words);
        this.receivedAt = receivedAt;
        this.day = LocalDate.ofInstant(receivedAt, WorkCalendar.ZONE);
        this.calendar = calendar;
        String known =
                words.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        this.any =
                Pattern.compile(
                        known
                                + "|"
                                + INSTANT
                                + "|"
                                + STORED
                                + "|"
                                + ID
                                + "|(?<![0-9-])"
                                + DATE
                                + "(?![0-9T-])");
    }

    Matcher in(String text) {
        return any.matcher(text);
    }

    /** What stands there in a copy; null where it stays. */
    Stencil.@Nullable Gap gap(String found) {
        Stencil.Gap word = words.get(found);
        if (word != null) return word;
        if (ID.matcher(found).matches()) return copy -> copy.other(found);
        if (INSTANT.matcher(found).matches()) {
            Moment moment = moment(Instant.parse(found));
            return moment == null ? null : copy -> moment.in(copy).toString();
        }
        if (STORED.matcher(found).matches()) {
            Moment moment = moment(Instant.parse(found.replace(' ', 'T').replace("+00", "Z")));
            return moment == null ? null : copy -> stored(moment.in(copy));
        }
        if (!LocalDate.parse(found).equals(day)) {
            throw new IllegalStateException("a date that is not explained: " + found);
        }
        return copy -> copy.day().toString();
    }

    private interface Moment {
        Instant in(CaseCopy copy);
    }

    private @Nullable Moment moment(Instant at) {
        if (at.atZone(WorkCalendar.ZONE).getYear() > NEVER) return null;
        long after = at.getEpochSecond() - receivedAt.getEpochSecond();
        if (after >= 0 && after <= HANDLED_WITHIN_SECONDS) return copy -> copy.happened(at);
        if (after < 0) throw new IllegalStateException("a time that is not explained: " + at);
        LocalDateTime due = LocalDateTime.ofInstant(at, WorkCalendar.ZONE);
        int workdays = calendar.workdaysBetween(day, due.toLocalDate());
        long beyond =
                ChronoUnit.DAYS.between(calendar.plusWorkdays(day, workdays), due.toLocalDate());
        return copy -> copy.due(workdays, beyond, due.toLocalTime());
    }

    static String stored(Instant at) {
        return AS_STORED.format(OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}

package org.oneseal.supervision.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.supervision.retrospect.LogFault;
import org.oneseal.supervision.retrospect.LogMapping;

/** Times as a log writes them. */
final class Times {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd[['T'][' ']HH:mm[:ss][[.SSSSSSSSS][.SSSSSS][.SSS]][XXX][X]]");

    private final DateTimeFormatter format;
    private final ZoneId zone;

    Times(LogMapping mapping) {
        String pattern = mapping.timeFormat();
        this.format = pattern == null ? ISO : DateTimeFormatter.ofPattern(pattern);
        this.zone = ZoneId.of(mapping.zone());
    }

    /** The instant, null for an empty text. */
    @Nullable Instant at(@Nullable String text, long number) {
        if (text == null || text.isBlank()) return null;
        try {
            TemporalAccessor read =
                    format.parseBest(
                            text.strip(),
                            ZonedDateTime::from,
                            LocalDateTime::from,
                            LocalDate::from);
            return switch (read) {
                case ZonedDateTime zoned -> zoned.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                case LocalDate day -> day.atStartOfDay(zone).toInstant();
                default -> throw new DateTimeException(text);
            };
        } catch (DateTimeException e) {
            throw new LogFault(Objection.of("log-time-unread", number, shortened(text)).at("/log"));
        }
    }

    Instant needed(@Nullable String text, long number) {
        Instant at = at(text, number);
        if (at == null) {
            throw new LogFault(Objection.of("log-time-unread", number, "").at("/log"));
        }
        return at;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

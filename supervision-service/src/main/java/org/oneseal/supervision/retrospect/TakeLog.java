package org.oneseal.supervision.retrospect;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a log in, plain or packed with gzip: all of it, or nothing and the reason. */
@Component
public class TakeLog {

    private static final long MOST_EVENTS = 5_000_000;
    private static final int LONGEST_TEXT = 200;

    /** What a department reported, or has to do, lies before this. */
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private final Map<LogMapping.Format, LogReader> readers =
            new EnumMap<>(LogMapping.Format.class);
    private final Retrospects retrospects;
    private final Ids ids;

    TakeLog(List<LogReader> readers, Retrospects retrospects, Ids ids) {
        readers.forEach(r -> this.readers.put(r.format(), r));
        this.retrospects = retrospects;
        this.ids = ids;
    }

    /** What became of it. */
    public sealed interface Outcome {}

    public record Taken(String id, long events) implements Outcome {}

    public record Objected(List<Objection> objections) implements Outcome {}

    /**
     * @throws LogFault if the log is not what the mapping says; nothing is kept
     */
    @Transactional
    public Outcome take(
            String name,
            RegionCode region,
            LogMapping mapping,
            InputStream log,
            String by,
            Instant now) {
        List<Objection> objections = mapping.check();
        if (!objections.isEmpty()) return new Objected(objections);
        LogReader reader = Objects.requireNonNull(readers.get(mapping.format()));
        Retrospects.Begun begun =
                new Retrospects.Begun(ids.next(region), name, region, mapping, by, now);
        long[] count = new long[1];
        retrospects.add(
                begun,
                events -> {
                    try (Measured unpacked = new Measured(unpacked(log))) {
                        reader.read(
                                unpacked,
                                mapping,
                                event -> {
                                    unpacked.event();
                                    check(event, ++count[0], now);
                                    events.accept(event);
                                });
                    } catch (ZipException | EOFException e) {
                        throw new LogFault(Objection.of("log-not-unpacked").at("/log"));
                    } catch (UncheckedIOException e) {
                        // The reader of CSV wraps what went wrong below it.
                        if (e.getCause() instanceof EOFException
                                || e.getCause() instanceof ZipException) {
                            throw new LogFault(Objection.of("log-not-unpacked").at("/log"));
                        }
                        throw e;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return count[0];
                });
        if (count[0] == 0) throw new LogFault(Objection.of("log-empty").at("/log"));
        return new Taken(begun.id(), count[0]);
    }

    private static void check(RawEvent event, long number, Instant now) {
        if (number > MOST_EVENTS) {
            throw new LogFault(Objection.of("log-too-long", MOST_EVENTS).at("/log"));
        }
        if (event.caseId().isBlank() || event.activity().isBlank()) {
            throw new LogFault(Objection.of("log-event-nameless", number).at("/log"));
        }
        text(event.caseId(), number);
        text(event.activity(), number);
        text(event.department(), number);
        text(event.item(), number);
        time(event.at(), now, number);
        time(event.recorded(), LAST, number);
        if (event.due() != null) time(event.due(), LAST, number);
    }

    private static void text(@Nullable String text, long number) {
        if (text == null) return;
        if (text.length() > LONGEST_TEXT) {
            throw new LogFault(Objection.of("log-text-too-long", number, LONGEST_TEXT).at("/log"));
        }
        if (text.indexOf(0) >= 0) {
            throw new LogFault(Objection.of("log-event-nameless", number).at("/log"));
        }
    }

    private static void time(Instant at, Instant latest, long number) {
        if (at.isAfter(latest) || at.isBefore(Instant.EPOCH)) {
            throw new LogFault(Objection.of("log-time-impossible", number, at).at("/log"));
        }
    }

    private static InputStream unpacked(InputStream log) throws IOException {
        BufferedInputStream peeked = new BufferedInputStream(log, 1 << 16);
        peeked.mark(2);
        boolean packed = peeked.read() == 0x1f && peeked.read() == 0x8b;
        peeked.reset();
        return packed ? new GZIPInputStream(peeked, 1 << 16) : peeked;
    }
}

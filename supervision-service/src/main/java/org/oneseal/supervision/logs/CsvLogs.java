package org.oneseal.supervision.logs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.supervision.retrospect.LogFault;
import org.oneseal.supervision.retrospect.LogMapping;
import org.oneseal.supervision.retrospect.LogReader;
import org.oneseal.supervision.retrospect.RawEvent;
import org.springframework.stereotype.Component;

/** CSV in UTF-8 whose first line names the columns. What is no UTF-8 is refused, never guessed. */
@Component
class CsvLogs implements LogReader {

    @Override
    public LogMapping.Format format() {
        return LogMapping.Format.CSV;
    }

    @Override
    public void read(InputStream log, LogMapping mapping, Consumer<RawEvent> events)
            throws IOException {
        // A decoder, for a charset alone would put question marks in place of what it cannot read.
        Reader text = new InputStreamReader(log, StandardCharsets.UTF_8.newDecoder());
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                        .ofCsvRecord(text)) {
            Columns columns = null;
            for (CsvRecord row : csv) {
                if (columns == null) {
                    columns = new Columns(row, mapping);
                } else {
                    events.accept(columns.event(row));
                }
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof LogFault fault) throw fault;
            throw new LogFault(Objection.of("log-not-csv", reason(e)).at("/log"));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new LogFault(Objection.of("log-not-utf8").at("/log"));
            }
            throw e;
        }
    }

    private static String reason(CsvParseException e) {
        String message = e.getMessage();
        return message == null ? "" : message;
    }

    /** Where the mapping's columns are. */
    private static final class Columns {
        private final Map<String, Integer> places = new HashMap<>();
        private final Times times;
        private final int caseId;
        private final int activity;
        private final int time;
        private final int recorded;
        private final int department;
        private final int item;
        private final int due;

        Columns(CsvRecord head, LogMapping mapping) {
            for (int i = 0; i < head.getFieldCount(); i++) {
                String name = head.getField(i);
                places.putIfAbsent(
                        i == 0 && name.startsWith("\uFEFF") ? name.substring(1) : name, i);
            }
            times = new Times(mapping);
            caseId = place(mapping.caseColumn());
            activity = place(mapping.activityColumn());
            time = place(mapping.timeColumn());
            recorded = place(mapping.recorded());
            department = place(mapping.department());
            item = place(mapping.item());
            due = place(mapping.due());
        }

        private int place(@Nullable String column) {
            if (column == null) return -1;
            Integer place = places.get(column);
            if (place == null) {
                throw new LogFault(Objection.of("log-column-missing", column).at("/log"));
            }
            return place;
        }

        RawEvent event(CsvRecord row) {
            long number = row.getStartingLineNumber();
            Instant at = times.needed(field(row, time), number);
            Instant told = times.at(field(row, recorded), number);
            String id = field(row, caseId);
            String name = field(row, activity);
            return new RawEvent(
                    id == null ? "" : id,
                    name == null ? "" : name,
                    at,
                    told == null ? at : told,
                    field(row, department),
                    field(row, item),
                    times.at(field(row, due), number));
        }

        /** Null where there is no such column or nothing in it. */
        private static @Nullable String field(CsvRecord row, int place) {
            if (place < 0 || place >= row.getFieldCount()) return null;
            String value = row.getField(place);
            return value.isEmpty() ? null : value;
        }
    }
}

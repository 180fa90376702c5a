package org.oneseal.supervision.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.FigureBook;
import org.oneseal.supervision.measuring.Indicator;
import org.oneseal.supervision.measuring.Ratio;
import org.oneseal.supervision.measuring.Report;
import org.oneseal.supervision.measuring.Sheet;
import org.oneseal.supervision.measuring.SheetWriter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The five reports that have a name, as JSON, CSV and XLSX. */
@RestController
class ReportsApi {

    private static final int MOST_ROWS = 50_000;

    private final FigureBook book;
    private final Map<String, SheetWriter> writers;
    private final Problems problems;

    ReportsApi(FigureBook book, List<SheetWriter> writers, Problems problems) {
        this.book = book;
        this.writers = writers.stream().collect(Collectors.toMap(SheetWriter::format, w -> w));
        this.problems = problems;
    }

    /**
     * A page of a report.
     *
     * @param next cursor of the next page, null on the last one
     */
    record ReportView(
            String report, LocalDate from, LocalDate to, List<Row> rows, @Nullable String next) {

        record Row(List<String> key, Map<Counter, Long> sums, Map<String, Ratio> indicators) {}
    }

    /**
     * A report of a region: page by page as JSON, whole as a table.
     *
     * @param name speed, handling, cards, items or reporting
     * @param format json, csv or xlsx
     */
    @GetMapping("/api/v1/indicators/reports/{name}")
    ResponseEntity<?> report(
            Caller caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "json") String format,
            PageRequest page,
            Locale locale) {
        List<Objection> objections = new ArrayList<>();
        Report report = Report.named(name).orElse(null);
        if (report == null) {
            String known =
                    Stream.of(Report.values()).map(Report::word).collect(Collectors.joining(", "));
            objections.add(Objection.of("report-unknown", name, known).at("/name"));
        }
        SheetWriter writer = writers.get(format);
        if (writer == null && !format.equals("json")) {
            objections.add(Objection.of("format-unknown", format).at("/format"));
        }
        Period period = Period.of(caller, region, from, to, objections);
        if (period == null || report == null) return problems.badRequest(objections);
        var question = period.question(report.by(), report.summed(), null, null, null);
        return writer == null
                ? ResponseEntity.ok(view(report, from, to, question, page))
                : table(writer, report, name + "-" + from + "-" + to, question, locale);
    }

    private ReportView view(
            Report report,
            LocalDate from,
            LocalDate to,
            FigureBook.Question question,
            PageRequest page) {
        SortKey[] keys = report.by().stream().map(_ -> SortKey.TEXT).toArray(SortKey[]::new);
        Page<FigureBook.Group> found =
                Page.of(
                        book.page(question, page.sortedBy(keys).keyset(), page.limit()),
                        page,
                        FigureBook.Group::key);
        return new ReportView(
                report.word(),
                from,
                to,
                found.items().stream().map(group -> row(report, group)).toList(),
                found.next());
    }

    private ResponseEntity<?> table(
            SheetWriter writer,
            Report report,
            String file,
            FigureBook.Question question,
            Locale locale) {
        List<FigureBook.Group> groups = book.groups(question, MOST_ROWS);
        if (groups.size() > MOST_ROWS) {
            return problems.unprocessable(List.of(Objection.of("groups-too-many", MOST_ROWS)));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, writer.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file + "." + writer.format() + "\"")
                .body(written(writer, Sheet.of(report, groups, locale)));
    }

    private static byte[] written(SheetWriter writer, Sheet sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(sheet, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ReportView.Row row(Report report, FigureBook.Group group) {
        Map<Counter, Long> sums = new EnumMap<>(Counter.class);
        for (Counter counter : report.counters()) {
            sums.put(counter, group.sums().getOrDefault(counter, 0L));
        }
        Map<String, Ratio> indicators = new LinkedHashMap<>();
        for (Indicator indicator : report.indicators()) {
            indicators.put(indicator.word(), indicator.of(group.sums()));
        }
        return new ReportView.Row(group.key(), sums, indicators);
    }
}

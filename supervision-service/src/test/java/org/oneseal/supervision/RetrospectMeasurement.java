package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.retrospect.LogMapping;
import org.oneseal.supervision.retrospect.LoggedOffice;
import org.oneseal.supervision.retrospect.Retrospects;
import org.oneseal.supervision.retrospect.TakeLog;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long a log of a million events takes, and whether it comes to what an independent count of
 * the same log comes to; prints figures for docs/performance.md and is no part of the build. Run by
 * name: {@code -Dtest=RetrospectMeasurement -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class RetrospectMeasurement extends Story {

    private static final int CASES = Integer.getInteger("measure.cases", 160_000);

    @Autowired TakeLog takeLog;
    @Autowired Retrospects retrospects;

    RetrospectMeasurement() {
        super("431128000000");
    }

    @Test
    void a_million_events() {
        clock.setTo(Instant.parse("2026-09-01T03:00:00Z"));
        LoggedOffice office = LoggedOffice.made(7, CASES);
        Map<String, Long> expected = office.counts(clock.instant());
        take(LogMapping.Format.CSV, office.csv().getBytes(StandardCharsets.UTF_8), expected);
        take(LogMapping.Format.XES, office.xes().getBytes(StandardCharsets.UTF_8), expected);
    }

    private void take(LogMapping.Format format, byte[] log, Map<String, Long> expected) {
        boolean csv = format == LogMapping.Format.CSV;
        LogMapping mapping =
                new LogMapping(
                        format,
                        csv ? "case" : null,
                        csv ? "activity" : null,
                        csv ? "at" : null,
                        null,
                        "Asia/Shanghai",
                        "told",
                        "office",
                        null,
                        "due",
                        false,
                        Map.of(
                                "in", LogMapping.Effect.RECEIVED,
                                "out", LogMapping.Effect.FINISHED),
                        false,
                        TimeLimit.workingDays(10),
                        TimeLimit.workingDays(5));
        long begun = System.nanoTime();
        TakeLog.Taken taken =
                (TakeLog.Taken)
                        takeLog.take(
                                "measured",
                                new RegionCode(county()),
                                mapping,
                                new ByteArrayInputStream(log),
                                "measurement",
                                clock.instant());
        long staged = System.nanoTime();
        Scope everywhere = new Scope.Everywhere();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () ->
                                retrospects
                                        .summary(taken.id(), everywhere)
                                        .orElseThrow()
                                        .state()
                                        .equals("DONE"));
        long judged = System.nanoTime();
        Retrospects.Summary summary = retrospects.summary(taken.id(), everywhere).orElseThrow();
        assertThat(counts(summary)).isEqualTo(expected);
        say(
                ("log: %s, %d events, %d cases, %.1f MB (%.1f packed), taken in %.1f s, judged in"
                                + " %.1f s, all ten counts equal, load %.1f")
                        .formatted(
                                format,
                                summary.events(),
                                summary.cases(),
                                log.length / 1e6,
                                packed(log) / 1e6,
                                (staged - begun) / 1e9,
                                (judged - staged) / 1e9,
                                ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage()));
    }

    /** By the names that the independent count has. */
    private static Map<String, Long> counts(Retrospects.Summary summary) {
        return Map.of(
                "events", summary.events(),
                "cases", summary.cases(),
                "open", summary.open(),
                "late", summary.late(),
                "yellow", summary.yellow(),
                "red", summary.red(),
                "declaredLater", summary.declaredLater(),
                "declaredEarlier", summary.declaredEarlier(),
                "afterEnd", summary.afterEnd(),
                "lateReports", summary.lateReports());
    }

    private static long packed(byte[] log) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.size();
    }

    private static void say(String figure) {
        System.out.println("MEASURED " + figure);
    }
}

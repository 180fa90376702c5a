package org.oneseal.supervision.retrospect;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A made-up office's log of 2026 and what it comes to, counted by walking day by day: ten working
 * days by law, five as promised, weekends and three days in April are no working days.
 */
public final class LoggedOffice {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final Set<LocalDate> HOLIDAYS =
            Set.of(LocalDate.of(2026, 4, 4), LocalDate.of(2026, 4, 5), LocalDate.of(2026, 4, 6));

    /** A line of the log. */
    private record Line(
            String id,
            OffsetDateTime at,
            String activity,
            @Nullable OffsetDateTime told,
            @Nullable OffsetDateTime due,
            String office) {}

    private final List<Line> lines;

    private LoggedOffice(List<Line> lines) {
        this.lines = lines;
    }

    /** So many cases, the same for the same seed. */
    public static LoggedOffice made(long seed, int cases) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < cases; i++) add(lines, random, "c%06d".formatted(i));
        Collections.shuffle(lines, random);
        return new LoggedOffice(lines);
    }

    private static void add(List<Line> lines, RandomGenerator random, String id) {
        OffsetDateTime at =
                OffsetDateTime.of(2026, 3, 1, 9, 0, 0, 0, ZONE)
                        .plusDays(random.nextInt(120))
                        .plusMinutes(random.nextInt(480));
        OffsetDateTime due =
                random.nextInt(3) == 0 ? null : at.plusDays(2 + random.nextInt(25)).plusSeconds(7);
        String office = "office-" + random.nextInt(4);
        lines.add(line(random, id, at, "in", due, office));
        int looks = 1 + random.nextInt(8);
        OffsetDateTime last = at;
        for (int i = 0; i < looks; i++) {
            last = last.plusMinutes(1 + random.nextInt(4000));
            lines.add(line(random, id, last, "look", null, office));
        }
        if (random.nextInt(8) > 0) {
            last = last.plusMinutes(1 + random.nextInt(20_000));
            lines.add(line(random, id, last, "out", null, office));
            if (random.nextInt(10) == 0) {
                lines.add(line(random, id, last.plusMinutes(5), "look", null, office));
            }
        }
    }

    private static Line line(
            RandomGenerator random,
            String id,
            OffsetDateTime at,
            String activity,
            @Nullable OffsetDateTime due,
            String office) {
        OffsetDateTime told = random.nextInt(5) == 0 ? at.plusMinutes(random.nextInt(8000)) : null;
        return new Line(id, at, activity, told, due, office);
    }

    public int events() {
        return lines.size();
    }

    public String csv() {
        StringBuilder csv = new StringBuilder("case,at,activity,told,due,office\n");
        for (Line line : lines) {
            csv.append(line.id()).append(',').append(line.at()).append(',');
            csv.append(line.activity()).append(',').append(text(line.told())).append(',');
            csv.append(text(line.due())).append(',').append(line.office()).append('\n');
        }
        return csv.toString();
    }

    public String xes() {
        StringBuilder xes =
                new StringBuilder(
                        "<?xml version='1.0' encoding='UTF-8'?>\n<log xes.version='1.0'>");
        xes.append("<extension name='Concept' prefix='concept' uri='http://x/y'/>");
        xes.append("<global scope='event'><string key='concept:name' value='none'/></global>");
        byCase().forEach(
                        (id, own) -> {
                            xes.append("<trace>").append(string("concept:name", id));
                            own.forEach(line -> event(xes, line));
                            xes.append("</trace>\n");
                        });
        return xes.append("</log>").toString();
    }

    private static void event(StringBuilder xes, Line line) {
        xes.append("<event>");
        xes.append("<string key='concept:name' value='").append(line.activity()).append("'>");
        xes.append("<string key='concept:name' value='nested'/></string>");
        xes.append(date("time:timestamp", line.at()));
        if (line.told() != null) xes.append(date("told", line.told()));
        if (line.due() != null) xes.append(date("due", line.due()));
        xes.append(string("office", line.office())).append("</event>");
    }

    private static String string(String key, String value) {
        return "<string key='" + key + "' value='" + value + "'/>";
    }

    private static String date(String key, OffsetDateTime at) {
        return "<date key='" + key + "' value='" + at + "'/>";
    }

    private static String text(@Nullable OffsetDateTime at) {
        return at == null ? "" : at.toString();
    }

    private Map<String, List<Line>> byCase() {
        Map<String, List<Line>> cases = new TreeMap<>();
        for (Line line : lines) {
            cases.computeIfAbsent(line.id(), _ -> new ArrayList<>()).add(line);
        }
        return cases;
    }

    /** What the log comes to by then, by the names of the summary. */
    public Map<String, Long> counts(Instant instant) {
        OffsetDateTime now = instant.atOffset(ZONE);
        Map<String, Long> counts = new TreeMap<>();
        for (String what :
                List.of(
                        "open",
                        "late",
                        "yellow",
                        "red",
                        "declaredLater",
                        "declaredEarlier",
                        "afterEnd",
                        "lateReports")) {
            counts.put(what, 0L);
        }
        counts.put("events", (long) lines.size());
        Map<String, List<Line>> cases = byCase();
        counts.put("cases", (long) cases.size());
        cases.values().forEach(own -> count(own, now, counts));
        return counts;
    }

    private static void count(List<Line> own, OffsetDateTime now, Map<String, Long> counts) {
        OffsetDateTime start = only(own, "in");
        OffsetDateTime end = only(own, "out");
        if (start == null) throw new IllegalStateException("no start");
        OffsetDateTime due =
                own.stream().map(Line::due).filter(d -> d != null).findFirst().orElse(null);
        OffsetDateTime promised = close(add(start.toLocalDate(), 5));
        OffsetDateTime law = close(add(start.toLocalDate(), 10));
        OffsetDateTime statute = due != null && due.isBefore(law) ? due : law;
        OffsetDateTime promise = promised.isBefore(statute) ? promised : statute;
        OffsetDateTime until = end == null ? now : end;
        if (end == null) more(counts, "open");
        if (until.isAfter(statute)) more(counts, "late");
        if (due != null && due.isAfter(promised)) more(counts, "declaredLater");
        if (due != null && due.isBefore(promised)) more(counts, "declaredEarlier");
        OffsetDateTime yellow = midnight(add(promise.toLocalDate(), 1));
        OffsetDateTime redOfPromise = midnight(add(promise.toLocalDate(), 6));
        OffsetDateTime redOfLaw = midnight(statute.toLocalDate().plusDays(1));
        OffsetDateTime red = redOfLaw.isBefore(redOfPromise) ? redOfLaw : redOfPromise;
        if (!red.isAfter(until)) more(counts, "red");
        if (!yellow.isAfter(until) && yellow.isBefore(red)) more(counts, "yellow");
        boolean after = false;
        for (Line line : own) {
            if (end != null && line.at().isAfter(end)) after = true;
            if (line.told() != null && late(line.at(), line.told())) more(counts, "lateReports");
        }
        if (after) more(counts, "afterEnd");
    }

    private static boolean late(OffsetDateTime at, OffsetDateTime told) {
        if (Duration.between(at, told).toHours() < 24) return false;
        int days = 0;
        for (LocalDate d = at.toLocalDate().plusDays(1);
                !d.isAfter(told.toLocalDate());
                d = d.plusDays(1)) {
            if (works(d)) days++;
        }
        return days > 1;
    }

    private static @Nullable OffsetDateTime only(List<Line> own, String activity) {
        return own.stream()
                .filter(l -> l.activity().equals(activity))
                .map(Line::at)
                .findFirst()
                .orElse(null);
    }

    private static void more(Map<String, Long> counts, String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private static OffsetDateTime close(LocalDate day) {
        return day.atTime(17, 0).atOffset(ZONE);
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZONE);
    }

    private static LocalDate add(LocalDate day, int n) {
        LocalDate d = day;
        for (int left = n; left > 0; ) {
            d = d.plusDays(1);
            if (works(d)) left--;
        }
        return d;
    }

    private static boolean works(LocalDate d) {
        return d.getDayOfWeek() != DayOfWeek.SATURDAY
                && d.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(d);
    }
}

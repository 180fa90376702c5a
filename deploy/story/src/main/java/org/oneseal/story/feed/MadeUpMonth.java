package org.oneseal.story.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A district's month, made up from its items and its calendar with a fixed seed: cases in time and
 * late ones, some never ended, and the dirt that real logs have — events after the end, an end
 * before the start. Written in the files of {@link PermitLog}.
 */
public final class MadeUpMonth {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> STEPS =
            List.of("登记", "材料核对", "审查", "现场核查", "复核", "拟稿", "签发", "制证");
    private static final List<String> CHANNELS = List.of("window", "online", "app");

    private final Random random;
    private final YearMonth month;
    private final Predicate<LocalDate> workday;

    /**
     * What may be applied for, as far as a made-up case needs it.
     *
     * @param workingDays statutory limit
     */
    public record Item(String name, String department, int workingDays) {}

    /**
     * A month to be made up.
     *
     * @param workday the district's calendar
     */
    public MadeUpMonth(long seed, YearMonth month, Predicate<LocalDate> workday) {
        this.random = new Random(seed);
        this.month = month;
        this.workday = workday;
    }

    /**
     * Writes the month's log.
     *
     * @param cases how many applications
     */
    public void write(Path folder, List<Item> items, int cases) throws IOException {
        List<String> applications = new ArrayList<>();
        applications.add(
                "case,started,deadline,planned_end,ended,channel,department,group,responsible");
        List<String> events = new ArrayList<>();
        events.add("case,at,activity,resource,group,instance");
        for (int i = 1; i <= cases; i++) {
            add(
                    "M-%05d".formatted(i),
                    items.get(random.nextInt(items.size())),
                    applications,
                    events);
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(PermitLog.CASES), applications);
        Files.write(folder.resolve(PermitLog.EVENTS), events);
    }

    private void add(String id, Item item, List<String> applications, List<String> events) {
        Instant started = officeTime(someWorkday());
        LocalDate dueDay = after(day(started), item.workingDays());
        Instant deadline = dueDay.atTime(17, 0).atZone(ZONE).toInstant();
        int kind = random.nextInt(100);
        Instant ended = kind < 6 ? null : end(started, item, kind);
        applications.add(
                Csv.line(
                        List.of(
                                id,
                                text(started),
                                text(deadline),
                                text(deadline),
                                ended == null ? "" : text(ended),
                                CHANNELS.get(random.nextInt(CHANNELS.size())),
                                item.department(),
                                item.name(),
                                "R" + random.nextInt(1, 30))));
        Instant until = ended == null || ended.isBefore(started) ? deadline : ended;
        int steps = 3 + random.nextInt(STEPS.size() - 2);
        long span = Math.max(steps, until.getEpochSecond() - started.getEpochSecond());
        for (int s = 0; s < steps; s++) {
            event(id, s, started.plusSeconds(60 + (span - 120) * s / steps), events);
        }
        boolean lateEntry = ended != null && !ended.isBefore(started) && random.nextInt(100) < 10;
        if (lateEntry)
            event(id, steps, until.plusSeconds(3600L * (1 + random.nextInt(48))), events);
    }

    /** Of a hundred: two end before they start, twenty are late, the rest is in time. */
    private Instant end(Instant started, Item item, int kind) {
        if (kind < 8) return started.minusSeconds(3600);
        int limit = Math.max(1, item.workingDays());
        int used = kind < 28 ? limit + 1 + random.nextInt(10) : random.nextInt(limit);
        Instant end = officeTime(after(day(started), used));
        return end.isAfter(started) ? end : started.plusSeconds(1800);
    }

    private void event(String id, int index, Instant at, List<String> events) {
        events.add(
                Csv.line(
                        List.of(
                                id,
                                text(at),
                                STEPS.get(index % STEPS.size()),
                                "R" + random.nextInt(1, 30),
                                "G" + random.nextInt(1, 6),
                                id + "-" + index)));
    }

    private LocalDate someWorkday() {
        while (true) {
            LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
            if (workday.test(day)) return day;
        }
    }

    private LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (workday.test(reached)) left--;
        }
        return reached;
    }

    private Instant officeTime(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0).plusMinutes(random.nextInt(7 * 60)))
                .atZone(ZONE)
                .toInstant();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.atZone(ZONE).toOffsetDateTime().toString();
    }
}

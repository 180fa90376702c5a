package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import org.oneseal.story.Waiting;
import org.oneseal.story.feed.FeedMessage;
import org.oneseal.story.feed.MadeUpMonth;
import org.oneseal.story.feed.PermitLog;
import org.oneseal.story.feed.SourceTopic;
import tools.jackson.databind.JsonNode;

/** A department's log comes in by events and is supervised as of now. */
public final class LogChapter {

    private static final long SEED = 431103;
    private static final int MADE_UP_CASES = 300;
    private static final YearMonth MONTH = YearMonth.of(2026, 5);

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;

    public LogChapter(Surroundings where, Desk desk, Narrator narrator) {
        this.where = where;
        this.desk = desk;
        this.narrator = narrator;
    }

    /**
     * Tells the chapter; the report has {@code log}, {@code wallSeconds}, {@code eventsPerSecond}.
     */
    public Map<String, Object> tell() throws IOException {
        boolean real = PermitLog.isIn(where.logs());
        String source = real ? "wabo" : "431103-feed";
        Path folder = real ? java.util.Objects.requireNonNull(where.logs()) : madeUp();
        narrator.chapter(
                real
                        ? "The real permit log: a municipality's receipt phase, 2010–2012"
                        : "A district's month, made up from its items and its calendar");
        if (!real) {
            narrator.say(
                    "The chapter on the real log is left out: ONESEAL_LOGS names no folder with it.");
            narrator.say(
                    "It is: J.C.A.M. Buijs, Receipt phase of an environmental permit application process"
                            + " (WABO), CoSeLoG project, 4TU.ResearchData.");
        }
        register(source, real);
        List<FeedMessage> messages = PermitLog.read(folder);
        narrator.say("%d messages, in the order of their real times", messages.size());
        JsonNode before = reconciliation(source);
        long begin = System.nanoTime();
        send(source, messages);
        JsonNode after =
                Waiting.until(
                        () -> reconciliation(source),
                        r -> taken(r) - taken(before) >= messages.size(),
                        "every message was taken");
        double seconds = (System.nanoTime() - begin) / 1e9;
        long cases = after.path("cases").asLong();
        long open = after.path("open").asLong();
        JsonNode watched =
                Waiting.until(
                        () ->
                                desk.get(
                                                desk.officer("supervisor"),
                                                "/api/v1/watches/summary?source=" + source)
                                        .ok(),
                        w ->
                                w.path("watches").asLong() == cases
                                        && w.path("open").asLong() == open
                                        && w.path("held").asLong() == 0
                                        && w.at("/cards/RED").asLong() == w.path("late").asLong(),
                        "supervision has seen and judged every case");
        return report(source, folder, after, watched, seconds, messages.size());
    }

    /** Who told the log of a report. */
    public static String source(Map<String, Object> report) {
        return report.get("log") instanceof Map<?, ?> log ? String.valueOf(log.get("source")) : "";
    }

    /** Where the log of a report lies. */
    public static Path folder(Map<String, Object> report) {
        if (report.get("log") instanceof Map<?, ?> log && log.get("folder") instanceof String at) {
            return Path.of(at);
        }
        throw new IllegalArgumentException("no log was told of");
    }

    private Map<String, Object> report(
            String source, Path folder, JsonNode fed, JsonNode watched, double seconds, int sent) {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("source", source);
        log.put("asOf", AsOf.now(where).toString());
        log.put("folder", folder.toString());
        log.put("cases", fed.path("cases").asLong());
        log.put("events", fed.at("/accepted/step").asLong());
        log.put("finished", fed.path("finished").asLong());
        log.put("open", fed.path("open").asLong());
        log.put("late", watched.path("late").asLong());
        log.put("afterEnd", fed.path("afterEnd").asLong());
        log.put("endBeforeStart", fed.path("endBeforeStart").asLong());
        Map<String, Object> cards = new LinkedHashMap<>();
        for (String colour : List.of("BLUE", "YELLOW", "RED")) {
            cards.put(
                    colour.toLowerCase(java.util.Locale.ROOT),
                    watched.path("cards").path(colour).asLong());
        }
        log.put("cards", cards);
        log.put("duplicates", fed.path("duplicates").asLong());
        log.put("conflicts", fed.path("conflicts").asLong());
        log.put("rejected", fed.path("rejected").asLong());
        log.put("waiting", fed.path("waiting").asLong());
        log.put("messages", sent);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("log", log);
        report.put("wallSeconds", Math.round(seconds * 10) / 10.0);
        report.put("eventsPerSecond", Math.round(sent / seconds));
        narrator.say(
                "%s applications, %s events, %s finished, %s open",
                log.get("cases"), log.get("events"), log.get("finished"), log.get("open"));
        narrator.say(
                "Dirt, reported and kept: %s cases with events after their end, %s ended before they began",
                log.get("afterEnd"), log.get("endBeforeStart"));
        narrator.say(
                "Supervised as of now: %s past their declared deadline, cards %s",
                log.get("late"), cards);
        narrator.say(
                "Repeats without effect: %s, conflicts: %s",
                log.get("duplicates"), log.get("conflicts"));
        narrator.say("%.1f s, %d messages a second", seconds, Math.round(sent / seconds));
        return report;
    }

    private void send(String source, List<FeedMessage> messages) throws IOException {
        try (var topic = new SourceTopic(source, where.kafkaAsSource().apply(source))) {
            topic.send(messages, _ -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IOException("the source's topic does not take messages", e.getCause());
        }
    }

    private void register(String source, boolean real) {
        var operator = desk.officer("operator");
        if (desk.get(operator, "/api/v1/exchange/sources/" + source).status() == 200) return;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", source);
        body.put(
                "name",
                real
                        ? Map.of(
                                "zh", "环境许可接收阶段日志（WABO，真实数据）",
                                "en", "Environmental permits, receipt phase (WABO, real data)")
                        : Map.of(
                                "zh", "冷水滩区示例来源（虚构数据）",
                                "en", "A source of the district (made up)"));
        body.put("region", REGION);
        body.put("departments", real ? waboDepartments() : departments());
        body.put("calendar", "instants-only");
        desk.post(operator, "/api/v1/exchange/sources", body).ok();
        narrator.say(
                "The source %s is registered: exact instants, no working days of ours", source);
    }

    /** What the real log calls its departments is one department here. */
    private static List<Map<String, Object>> waboDepartments() {
        return List.of(
                Map.of(
                        "code",
                        "431103-HJ",
                        "names",
                        List.of("General", "Customer contact", "Experts")));
    }

    private List<Map<String, Object>> departments() {
        List<Map<String, Object>> departments = new ArrayList<>();
        for (JsonNode one :
                Lists.all(desk, desk.officer("editor"), "/api/v1/departments?region=" + REGION)) {
            departments.add(Map.of("code", one.path("code").asString(), "names", List.of()));
        }
        return departments;
    }

    private JsonNode reconciliation(String source) {
        return desk.get(
                        desk.officer("operator"),
                        "/api/v1/exchange/reconciliations?source=" + source)
                .ok();
    }

    /** Every message ends as one of these. */
    private static long taken(JsonNode reconciliation) {
        long taken = 0;
        for (JsonNode accepted : reconciliation.path("accepted")) taken += accepted.asLong();
        for (String kind : List.of("duplicates", "conflicts", "rejected", "waiting")) {
            taken += reconciliation.path(kind).asLong();
        }
        return taken;
    }

    private Path madeUp() throws IOException {
        var editor = desk.officer("editor");
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeUps = new HashSet<>();
        for (int year : List.of(MONTH.getYear(), MONTH.getYear() + 1)) {
            JsonNode calendar = desk.get(editor, "/api/v1/calendars/" + REGION + "/" + year).ok();
            calendar.path("holidays")
                    .propertyNames()
                    .forEach(d -> holidays.add(LocalDate.parse(d)));
            calendar.path("makeupDays")
                    .propertyNames()
                    .forEach(d -> makeUps.add(LocalDate.parse(d)));
        }
        List<MadeUpMonth.Item> items = new ArrayList<>();
        for (JsonNode item : Lists.all(desk, editor, "/api/v1/items?region=" + REGION)) {
            items.add(
                    new MadeUpMonth.Item(
                            item.path("name").asString(),
                            item.path("department").asString(),
                            Math.max(1, item.at("/legalLimit/amount").asInt(20))));
        }
        Path folder = where.work().resolve("made-up-log");
        new MadeUpMonth(
                        SEED,
                        MONTH,
                        day ->
                                makeUps.contains(day)
                                        || (day.getDayOfWeek() != DayOfWeek.SATURDAY
                                                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                                                && !holidays.contains(day)))
                .write(folder, items, MADE_UP_CASES);
        return folder;
    }
}

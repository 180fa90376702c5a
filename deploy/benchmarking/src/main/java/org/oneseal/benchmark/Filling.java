package org.oneseal.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.benchmark.load.CaseLoader;
import org.oneseal.benchmark.load.Places;
import org.oneseal.local.Part;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.story.Desk;
import org.oneseal.story.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * Brings the platform to a number of cases, and looks whether they are such as it would have made
 * itself.
 */
final class Filling {

    /** Parties that the loader gives few and many cases. */
    static final String FEW = "431103-01kb" + "0".repeat(18) + "few0";

    static final String MANY = "431103-01kb" + "0".repeat(18) + "many";

    private static final Path REGIONS =
            Path.of("catalog-service/src/main/resources/reference/regions-cn.csv");
    private static final int SAMPLE = 5;
    private static final int OPEN_DAYS = 5;
    private static final int WAITING_DAYS = 3;
    private static final int ALL_DAYS = 365;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Ground ground;
    private final Cast cast;
    private final Places places;
    private final List<CaseLoader.Model> models = new ArrayList<>();

    Filling(Ground ground, Cast cast) throws IOException {
        this.ground = ground;
        this.cast = cast;
        this.places =
                Places.around(new RegionCode(Cast.REGION), ground.checkout().resolve(REGIONS));
    }

    List<RegionCode> places() {
        return places.all();
    }

    /** Handles the cases that are copied, and waits until supervision has seen them. */
    void prepare() throws IOException {
        models.add(new CaseLoader.Model(cast.waiting(), WAITING_DAYS, 0.02));
        models.add(new CaseLoader.Model(cast.open(), OPEN_DAYS, 0.08));
        models.add(new CaseLoader.Model(cast.finished(), ALL_DAYS, 0.9));
        for (CaseLoader.Model model : models) {
            Waiting.until(
                    () -> seen(model.caseId()),
                    seen -> seen,
                    "supervision has seen " + model.caseId());
        }
    }

    private boolean seen(String caseId) {
        try {
            String version =
                    ground.ask(Part.CASE, "SELECT version FROM cases WHERE id = '" + caseId + "'");
            return version.equals(
                    ground.ask(
                            Part.SUPERVISION,
                            "SELECT sequence FROM dossiers WHERE case_id = '" + caseId + "'"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String finishedModel() {
        return models.getLast().caseId();
    }

    long cases() throws SQLException {
        return Long.parseLong(ground.ask(Part.CASE, "SELECT count(*) FROM cases"));
    }

    /** Loads what is missing; null where nothing is. */
    CaseLoader.@Nullable Loaded upTo(long cases, Duration atMost) throws SQLException, IOException {
        long missing = cases - cases();
        if (missing <= 0) return null;
        CryptoProfile profile = CryptoProfile.CN;
        Path keys = ground.platform().options().state().resolve("keys").resolve("cases");
        List<CalendarYear> years = years();
        var loader =
                new CaseLoader(
                        new CaseLoader.Source() {
                            @Override
                            public Connection cases() throws SQLException {
                                return ground.database(Part.CASE).connect();
                            }

                            @Override
                            public Connection supervision() throws SQLException {
                                return ground.database(Part.SUPERVISION).connect();
                            }
                        },
                        WorkCalendar.of(RegionCode.NATION, years),
                        LocalDate.of(years.getFirst().year(), 1, 1),
                        LocalDate.now(WorkCalendar.ZONE),
                        profile,
                        new FieldCipher(KeyRing.load(keys, profile)),
                        places,
                        new CaseLoader.Applicants(FEW, MANY));
        long[] told = {0};
        var loaded =
                loader.load(
                        missing,
                        models,
                        atMost,
                        done -> {
                            synchronized (told) {
                                if (done - told[0] < 50_000) return;
                                told[0] = done;
                                System.out.printf(
                                        "   %,d cases loaded, load %s%n", done, Machine.load());
                            }
                        });
        settle();
        return loaded;
    }

    /** Supervision has looked at the open watches, and statistics are made. */
    private void settle() throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ground.ask(Part.SUPERVISION, "SELECT 1 FROM watch_progress WHERE stale LIMIT 1")
                .isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "supervision did not come to an end of its watches");
            }
            pause();
        }
        for (Part part : List.of(Part.CASE, Part.SUPERVISION)) {
            ground.execute(part, "VACUUM ANALYZE");
        }
        ground.execute(Part.CASE, "CHECKPOINT");
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many entries of histories no seal has taken in yet. */
    long unsealed() throws SQLException {
        return Long.parseLong(
                ground.ask(
                        Part.CASE,
                        """
                        SELECT count(*) FROM history h
                         WHERE ROW(h.tx, h.id) > (SELECT through_tx, through_id FROM seal
                                                   ORDER BY number DESC LIMIT 1)
                        """));
    }

    /** This year's and next year's calendar, as published. */
    private List<CalendarYear> years() {
        var editor = ground.desk().officer("editor");
        int year = LocalDate.now(WorkCalendar.ZONE).getYear();
        List<CalendarYear> years = new ArrayList<>();
        for (int y = year - 1; y <= year + 1; y++) {
            Desk.Answer answer =
                    ground.desk().get(editor, "/api/v1/calendars/" + Cast.REGION + "/" + y);
            if (y < year && answer.status() == 404) continue;
            JsonNode calendar = answer.ok();
            years.add(
                    new CalendarYear(
                            y,
                            calendar.path("version").asInt(),
                            calendar.path("provisional").asBoolean(),
                            days(calendar.path("holidays")),
                            days(calendar.path("makeupDays")),
                            hours(calendar.path("officeHours")),
                            null));
        }
        return years;
    }

    private static TreeMap<LocalDate, String> days(JsonNode named) {
        TreeMap<LocalDate, String> days = new TreeMap<>();
        named.properties()
                .forEach(e -> days.put(LocalDate.parse(e.getKey()), e.getValue().asString()));
        return days;
    }

    private static OfficeHours hours(JsonNode spans) {
        List<OfficeHours.Span> hours = new ArrayList<>();
        spans.forEach(
                s ->
                        hours.add(
                                new OfficeHours.Span(
                                        LocalTime.parse(s.path("from").asString()),
                                        LocalTime.parse(s.path("to").asString()))));
        return hours.isEmpty() ? OfficeHours.USUAL : new OfficeHours(hours, false);
    }

    /**
     * Verifies a sample offline, and asks the platform itself for the days on which they are due.
     *
     * @return how many held
     */
    int verified(List<String> loaded) throws IOException, SQLException {
        var auditor = cast.officer("bench-auditor", "auditor", null, null);
        int step = Math.max(1, loaded.size() / SAMPLE);
        int held = 0;
        for (int i = 0; i < loaded.size() && held < SAMPLE; i += step) {
            String id = loaded.get(i);
            verify(auditor, id);
            sameDues(auditor, id);
            held++;
        }
        return held;
    }

    private void verify(Desk.Person auditor, String id) throws IOException {
        String path = "/api/v1/cases/" + id;
        Path export = keep("evidence.json", ground.desk().get(auditor, path + "/evidence"));
        Path receipt = keep("receipt.json", ground.desk().get(auditor, path + "/receipt"));
        Process process =
                new ProcessBuilder(
                                ground.checkout().resolve("deploy/verify").toString(),
                                export.toString(),
                                "--receipt",
                                receipt.toString(),
                                "--lang",
                                "en")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("evidence of " + id + " does not hold: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void sameDues(Desk.Person auditor, String id) throws SQLException {
        JsonNode derived = ground.desk().get(auditor, "/api/v1/cases/" + id + "/deadline").ok();
        for (String clock : List.of("legal", "promised")) {
            String stored =
                    ground.ask(
                            Part.CASE,
                            "SELECT (%s_due AT TIME ZONE 'Asia/Shanghai')::date FROM cases WHERE id = '%s'"
                                    .formatted(clock, id));
            String day = derived.path(clock).path("lastDay").asString("");
            if (!stored.equals(day)) {
                throw new IllegalStateException(
                        "%s due of %s is %s, loaded as %s".formatted(clock, id, day, stored));
            }
        }
    }

    private Path keep(String name, Desk.Answer answer) throws IOException {
        answer.ok();
        return Files.writeString(ground.work().resolve(name), answer.text());
    }
}

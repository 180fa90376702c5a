package org.oneseal.benchmark.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendar;

/** Writes many copies of a few cases. Give it a platform whose data nobody needs. */
public final class CaseLoader {

    private static final int CHUNK = 500;

    /** More than cores: one writes while another waits for PostgreSQL. */
    private static final int THREADS = 2 * Runtime.getRuntime().availableProcessors();

    /** From so many on, indexes are taken away and made again. */
    private static final long MANY = 50_000;

    private static final long SEED = 20_260_101;

    /** The applicant with many cases has one in so many, at most ten thousand. */
    private static final int MUCH = 100;

    private static final int MOST = 10_000;
    private static final int CASES_A_PARTY = 3;

    private final Source databases;
    private final WorkCalendar calendar;
    private final LocalDate calendarBegins;
    private final LocalDate today;
    private final CryptoProfile profile;
    private final FieldCipher cipher;
    private final Places places;
    private final Applicants applicants;
    private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();

    /** Connections with all rights to the two databases. */
    public interface Source {
        Connection cases() throws SQLException;

        /** Null where watches are not wanted. */
        @Nullable Connection supervision() throws SQLException;
    }

    /**
     * Whose lists are looked at.
     *
     * @param few gets three cases
     * @param many gets one in a hundred, at most ten thousand
     */
    public record Applicants(String few, String many) {}

    /**
     * Which cases are copied.
     *
     * @param lastDays the copies came in on so many of the last working days
     * @param share of all copies
     */
    public record Model(String caseId, int lastDays, double share) {}

    /** What was loaded. */
    public record Loaded(long cases, long rows, Duration took, List<String> sample) {}

    public CaseLoader(
            Source databases,
            WorkCalendar calendar,
            LocalDate calendarBegins,
            LocalDate today,
            CryptoProfile profile,
            FieldCipher cipher,
            Places places,
            Applicants applicants) {
        this.databases = databases;
        this.calendar = calendar;
        this.calendarBegins = calendarBegins;
        this.today = today;
        this.profile = profile;
        this.cipher = cipher;
        this.places = places;
        this.applicants = applicants;
    }

    /**
     * Loads so many cases, or what can be loaded in the time.
     *
     * @param progress told how many there are, now and then
     */
    public Loaded load(long cases, List<Model> models, Duration atMost, LongConsumer progress)
            throws SQLException, IOException {
        long begin = System.nanoTime();
        List<Prototype> prototypes = prototypes(models);
        long serial = serials(cases);
        Days days = new Days(calendar, calendarBegins, today);
        continueNumbers();
        AtomicLong done = new AtomicLong();
        AtomicLong rows = new AtomicLong();
        List<String> sample = Collections.synchronizedList(new ArrayList<>());
        AtomicLong next = new AtomicLong();
        Callable<Void> work =
                () -> {
                    try (Connection into = databases.cases();
                            Connection watched = databases.supervision()) {
                        begin(into);
                        if (watched != null) begin(watched);
                        while (System.nanoTime() - begin < atMost.toNanos()) {
                            long from = next.getAndAdd(CHUNK);
                            if (from >= cases) break;
                            Copies copies = new Copies();
                            long to = Math.min(from + CHUNK, cases);
                            for (long n = from; n < to; n++) {
                                CaseCopy copy =
                                        copy(
                                                n,
                                                cases,
                                                serial + n,
                                                prototypes,
                                                models,
                                                days,
                                                copies);
                                if (n == from) sample.add(copy.id);
                            }
                            copies.write(into, watched);
                            rows.addAndGet(copies.rows());
                            progress.accept(done.addAndGet(to - from));
                        }
                    }
                    return null;
                };
        if (cases < MANY) {
            run(work);
        } else {
            runWithoutIndexes(work);
        }
        keepNumbers();
        return new Loaded(
                done.get(), rows.get(), Duration.ofNanos(System.nanoTime() - begin), sample);
    }

    /** What is loaded is checkpointed at the end; until then nobody needs it. */
    private static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
        }
        connection.setAutoCommit(false);
    }

    private void runWithoutIndexes(Callable<Void> work) throws SQLException, IOException {
        Connection supervision = databases.supervision();
        try (var _ = Indexes.taken(databases.cases());
                var _ = supervision == null ? null : Indexes.taken(supervision)) {
            run(work);
        }
    }

    private static void run(Callable<Void> work) throws SQLException, IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) running.add(threads.submit(work));
            for (Future<Void> one : running) one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) throw cause;
            if (e.getCause() instanceof IOException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<Prototype> prototypes(List<Model> models) throws SQLException {
        List<Prototype> prototypes = new ArrayList<>();
        try (Connection cases = utc(databases.cases());
                Connection supervision = databases.supervision()) {
            if (supervision != null) utc(supervision);
            for (Model model : models) {
                prototypes.add(
                        Prototype.of(
                                model.caseId(),
                                cases,
                                supervision,
                                calendar,
                                profile,
                                cipher,
                                model.lastDays()));
            }
        }
        return prototypes;
    }

    private static Connection utc(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET timezone = 'UTC'");
        }
        return connection;
    }

    private CaseCopy copy(
            long n,
            long all,
            long serial,
            List<Prototype> prototypes,
            List<Model> models,
            Days days,
            Copies into) {
        RandomGenerator random = new SplittableRandom(SEED + n);
        Prototype prototype = prototypes.get(chosen(models, random));
        Instant at = days.any(random, prototype.lastDays);
        LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
        RegionCode region = places.any(random);
        String county = region.value().substring(0, 6);
        String code = Identifiers.verifyCode();
        var certificate =
                prototype.certified() ? prototype.certificate(day.getYear(), serial) : null;
        var copy =
                new CaseCopy(
                        Identifiers.next(county, at),
                        number(prototype.itemCode(), day),
                        Identifiers.queryNumber(),
                        party(n, all),
                        region,
                        county + "-" + prototype.departmentSuffix(),
                        serial,
                        certificate == null ? "" : certificate.value(),
                        certificate == null ? "" : certificate.serial(),
                        code,
                        Digest.of("SM3", code.getBytes(StandardCharsets.UTF_8)).toString(),
                        at,
                        Duration.between(prototype.receivedAt(), at),
                        calendar);
        prototype.write(copy, into);
        return copy;
    }

    private static int chosen(List<Model> models, RandomGenerator random) {
        double at = random.nextDouble();
        for (int i = 0; i < models.size() - 1; i++) {
            at -= models.get(i).share();
            if (at < 0) return i;
        }
        return models.size() - 1;
    }

    private String party(long n, long all) {
        long step = Math.max(MUCH, all / MOST);
        if (n % step == 0) return applicants.many();
        if (n == 1 || n == all / 2 + 1 || n == all - 1) return applicants.few();
        return Identifiers.numbered("431103", n / CASES_A_PARTY);
    }

    private String number(String itemCode, LocalDate day) {
        int next =
                numbers.computeIfAbsent(itemCode + "@" + day, _ -> new AtomicInteger())
                        .incrementAndGet();
        return itemCode
                + day.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format(Locale.ROOT, next > 9999 ? "%06d" : "%04d", next);
    }

    private void continueNumbers() throws SQLException {
        try (Connection connection = databases.cases();
                var statement = connection.createStatement();
                ResultSet blocks =
                        statement.executeQuery(
                                "SELECT item_code, day::text, last FROM case_number_block")) {
            while (blocks.next()) {
                numbers.put(
                        blocks.getString(1) + "@" + blocks.getString(2),
                        new AtomicInteger(blocks.getInt(3)));
            }
        }
    }

    private void keepNumbers() throws SQLException {
        try (Connection connection = databases.cases();
                var statement =
                        connection.prepareStatement(
                                """
                                INSERT INTO case_number_block (item_code, day, last)
                                VALUES (?, ?::date, ?)
                                ON CONFLICT (item_code, day)
                                DO UPDATE SET last = greatest(case_number_block.last, excluded.last)
                                """)) {
            for (var entry : numbers.entrySet()) {
                String[] key = entry.getKey().split("@", 2);
                statement.setString(1, key[0]);
                statement.setString(2, key[1]);
                statement.setInt(3, entry.getValue().get());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Takes a serial number for each, as the service itself takes its blocks. */
    private long serials(long count) throws SQLException {
        try (Connection connection = databases.cases();
                var statement = connection.createStatement();
                ResultSet next =
                        statement.executeQuery(
                                "SELECT nextval('serial_number'), setval('serial_number',"
                                        + " nextval('serial_number') + "
                                        + count
                                        + ")")) {
            next.next();
            return next.getLong(1) + 1;
        }
    }
}

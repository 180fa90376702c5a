package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.CountyDesk;
import org.oneseal.catalog.guide.Wording;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageContent.Link;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.catalog.packages.TakePackage;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A catalog that grows at random elsewhere, day by day, comes over as a bundle each day: what is
 * exported here afterwards is what a plain book of it says, and no file that was cut, altered or
 * already taken changes anything.
 */
@PlatformTest
class RandomBundlesTest {

    private static final long SEED = 20261122;
    private static final int DAYS = 8;
    private static final String COUNTY = "431127000000";
    private static final RegionCode REGION = new RegionCode(COUNTY);
    private static final String IMPORTS = "/api/v1/catalog-bundles/imports";
    private static final Instant FIRST = Instant.parse("2026-11-23T02:00:00Z");
    private static final List<String> MATTERS =
            List.of("000100001000", "000100002000", "000100003000", "000100005000", "000100007000");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;
    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired MovableClock clock;

    /** What stands in the other environment, written down. */
    private static final class Book {

        private final Map<String, DepartmentsPart.Line> departments = new TreeMap<>();
        private final Map<String, List<ItemsPart.Version>> items = new TreeMap<>();
        private final Map<String, String> suspended = new TreeMap<>();
        private final Map<String, List<TakePackage.Version>> packages = new TreeMap<>();
        private int written;

        /** Versions of the days to come, and the last one before them. */
        private static <V> List<V> standing(
                List<V> versions, java.util.function.Function<V, LocalDate> from, LocalDate day) {
            int governing = 0;
            for (int i = 0; i < versions.size(); i++) {
                if (!from.apply(versions.get(i)).isAfter(day)) governing = i;
            }
            return versions.subList(governing, versions.size());
        }
    }

    @Test
    void whatCameOverIsWhatTheBookSaysAndNothingElseComesOver() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Book book = new Book();
        for (int d = 0; d < DAYS; d++) {
            clock.setTo(FIRST.plus(Duration.ofDays(d)));
            LocalDate day = LocalDate.of(2026, 11, 23).plusDays(d);
            String where = "seed %d day %d".formatted(SEED, d);
            grow(book, day, random);
            Map<String, List<JsonNode>> parts = parts(book, day);
            String bundle =
                    new WriteBundle(List.of(), keys, json).write(REGION, parts, clock.instant());
            String before = rows();
            for (int i = 0; i < 6; i++) {
                refused(cut(bundle, random), where);
                refused(altered(bundle, random), where);
            }
            assertThat(rows()).as(where).isEqualTo(before);
            if (d % 2 == 0) takenTogether(bundle, where);
            else taken(bundle, where);
            assertThat(exported()).as(where).isEqualTo(told(parts));
            String after = rows();
            JsonNode again = taken(bundle, where);
            assertThat(again.path("same").asInt())
                    .as(where + again)
                    .isEqualTo(again.path("lines").size());
            assertThat(taken(export(), where).path("same").asInt())
                    .isEqualTo(again.path("lines").size());
            assertThat(rows()).as(where).isEqualTo(after);
        }
        assertThat(book.items.values().stream().mapToInt(List::size).sum()).isGreaterThan(10);
        assertThat(book.packages).isNotEmpty();
        assertThat(book.suspended).isNotEmpty();
    }

    /** A day's work of the editors elsewhere. */
    private void grow(Book book, LocalDate day, RandomGenerator random) {
        int number = book.departments.size() + 1;
        if (number <= 3) {
            String code = "431127-D" + number;
            book.departments.put(
                    code,
                    new DepartmentsPart.Line(
                            code,
                            "第" + number + "局",
                            CountyDesk.uscc(COUNTY, number),
                            COUNTY,
                            null,
                            true));
        }
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            String item = item(1 + random.nextInt(book.departments.size()), random);
            List<ItemsPart.Version> versions =
                    book.items.computeIfAbsent(item, _ -> new ArrayList<>());
            LocalDate from = versions.isEmpty() ? day : day.plusDays(random.nextInt(3));
            if (versions.isEmpty() || !from.isBefore(versions.getLast().effectiveFrom())) {
                versions.add(new ItemsPart.Version(content(book), from));
            }
        }
        List<String> open =
                book.items.keySet().stream().filter(i -> !book.suspended.containsKey(i)).toList();
        if (open.size() > 2) pack(book, open, day, random);
        String last = open.getLast();
        boolean packed =
                book.packages.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(v -> v.content().items().contains(last));
        if (!packed && open.size() > 3) book.suspended.put(last, "机构调整");
    }

    private static String item(int department, RandomGenerator random) {
        return CountyDesk.uscc(COUNTY, department)
                + "4"
                + MATTERS.get(random.nextInt(MATTERS.size()));
    }

    private ItemContent content(Book book) {
        book.written++;
        ObjectNode content =
                json.mapper().valueToTree(ItemSamples.promising(1 + book.written % 19));
        content.put("name", "许可之" + book.written);
        return json.mapper().treeToValue(content, ItemContent.class);
    }

    /** Some of the items, each waiting for some of those before it. */
    private static void pack(Book book, List<String> open, LocalDate day, RandomGenerator random) {
        List<TakePackage.Version> versions =
                book.packages.computeIfAbsent(
                        "431127-p" + random.nextInt(2), _ -> new ArrayList<>());
        List<Member> members = new ArrayList<>();
        for (String item : open) {
            if (members.size() > 1 && random.nextBoolean()) continue;
            List<Link> after = new ArrayList<>();
            for (Member earlier : members) {
                if (random.nextInt(3) == 0) after.add(new Link(earlier.item(), null, null));
            }
            members.add(new Member(item, null, after));
        }
        LocalDate from = versions.isEmpty() ? day : day.plusDays(random.nextInt(2));
        if (!versions.isEmpty() && from.isBefore(versions.getLast().effectiveFrom())) return;
        book.written++;
        versions.add(
                new TakePackage.Version(
                        new PackageContent(
                                new Wording("一件事之" + book.written, "No. " + book.written),
                                "",
                                List.of(),
                                members,
                                List.of(),
                                null),
                        from));
    }

    private Map<String, List<JsonNode>> parts(Book book, LocalDate day) {
        Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
        parts.put("departments", lines(book.departments.values()));
        List<Object> items = new ArrayList<>();
        book.items.forEach(
                (code, versions) -> {
                    @Nullable String reason = book.suspended.get(code);
                    items.add(
                            new ItemsPart.Line(
                                    code,
                                    COUNTY,
                                    department(book, code),
                                    reason == null ? ItemStatus.IN_FORCE : ItemStatus.SUSPENDED,
                                    reason,
                                    null,
                                    null,
                                    Book.standing(
                                            versions, ItemsPart.Version::effectiveFrom, day)));
                });
        parts.put("items", lines(items));
        List<Object> packages = new ArrayList<>();
        book.packages.forEach(
                (code, versions) ->
                        packages.add(
                                new PackagesPart.Line(
                                        code,
                                        COUNTY,
                                        "431127-D1",
                                        null,
                                        Book.standing(
                                                versions,
                                                TakePackage.Version::effectiveFrom,
                                                day))));
        parts.put("packages", lines(packages));
        return parts;
    }

    private static String department(Book book, String item) {
        return book.departments.values().stream()
                .filter(d -> item.startsWith(d.uscc()))
                .map(DepartmentsPart.Line::code)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> lines(Iterable<?> of) {
        List<JsonNode> lines = new ArrayList<>();
        of.forEach(line -> lines.add(CanonicalJson.parse(json.write(line))));
        return lines;
    }

    /** Somewhere in the middle, perhaps between two lines. */
    private static String cut(String bundle, RandomGenerator random) {
        int at = 1 + random.nextInt(bundle.length() - 2);
        if (random.nextBoolean()) at = Math.max(1, bundle.lastIndexOf('\n', at));
        return bundle.substring(0, at);
    }

    /** One letter or figure is another one. */
    private static String altered(String bundle, RandomGenerator random) {
        int at = random.nextInt(bundle.length());
        while (!Character.isLetterOrDigit(bundle.charAt(at))) at = (at + 1) % bundle.length();
        char other = bundle.charAt(at) == '7' ? '3' : '7';
        return bundle.substring(0, at) + other + bundle.substring(at + 1);
    }

    private void refused(String file, String where) {
        Http.Answer answer = post(file);
        assertThat(answer.status()).as(where + answer.text() + file).isEqualTo(422);
        assertThat(answer.json().at("/objections/0/message").asString("")).isNotBlank();
    }

    private JsonNode taken(String bundle, String where) {
        Http.Answer answer = post(bundle);
        assertThat(answer.status()).as(where + answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** By several replicas at once: one takes it, the others find it taken or come too late. */
    private void takenTogether(String bundle, String where) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Http.Answer>> asked = new ArrayList<>();
            for (int i = 0; i < 3; i++) asked.add(replicas.submit(() -> post(bundle)));
            for (Future<Http.Answer> one : asked) answers.add(one.get().status());
        }
        assertThat(answers).as(where).contains(200).isSubsetOf(200, 409, 503);
    }

    private Http.Answer post(String bundle) {
        return http.post(
                IMPORTS,
                new CountyDesk(http, tokens, COUNTY).editor(),
                bundle,
                "Content-Type",
                "application/jsonl");
    }

    private String export() {
        Http.Answer answer =
                http.get(
                        "/api/v1/catalog-bundles?region=" + COUNTY,
                        new CountyDesk(http, tokens, COUNTY).editor());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private List<String> exported() {
        return export().lines()
                .skip(1)
                .map(CanonicalJson::parse)
                .map(line -> line.path("part").asString() + CanonicalJson.write(line.path("data")))
                .sorted()
                .toList();
    }

    private static List<String> told(Map<String, List<JsonNode>> parts) {
        List<String> told = new ArrayList<>();
        parts.forEach((part, lines) -> lines.forEach(l -> told.add(part + CanonicalJson.write(l))));
        return told.stream().sorted().toList();
    }

    /** Without what the days themselves change: the housekeeper turns them when it comes to it. */
    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/', (SELECT count(*) FROM departments),
                               (SELECT string_agg(concat(code, status, latest, draft), ',' ORDER BY code)
                                  FROM items WHERE county = '431127'),
                               (SELECT string_agg(concat(code, status, latest, draft), ',' ORDER BY code)
                                  FROM packages WHERE county = '431127'),
                               (SELECT count(*) FROM item_versions),
                               (SELECT count(*) FROM package_versions))
                        """)
                .query(String.class)
                .single();
    }
}

package org.oneseal.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oneseal.catalog.regions.RegionList;
import org.oneseal.catalog.search.SearchEntry.Field;
import org.oneseal.catalog.search.SearchEntry.Other;
import org.oneseal.catalog.words.Grams;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long searches and lists take over 100 000 published items in 3 000 regions, over HTTP. Run by
 * name: {@code -Dtest=SearchMeasurement -Dmeasure=true -Dtest.compiler=}; no build runs it, for it
 * leaves what it loads to the tests behind it. {@code -Dsizes=10000,300} loads less, {@code
 * -Drounds=50} asks less often, {@code -Dkinds=list} nothing but lists. Every round asks everything
 * once, so that what disturbs the machine disturbs all of them; the first rounds only warm up.
 */
@PlatformTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
class SearchMeasurement {

    private static final String[] KINDS = {
        "", "（新办）", "（变更）", "（延续）", "（注销）", "（补办）", "（法定代表人变更）", "（地址变更）"
    };
    private static final int ROUNDS = Integer.getInteger("rounds", 200);

    /** What the kinds to ask begin with, such as {@code list}. */
    private static final String ONLY = System.getProperty("kinds", "");

    private static final int WARM_ROUNDS = 20;
    private static final Duration WARM = Duration.ofSeconds(60);

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcTemplate sql;
    @Autowired Json json;
    @Autowired FollowEntries follow;
    @Autowired RegionList list;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
    private final List<String> regions = new ArrayList<>();

    private record Matter(String name, String department) {}

    /** What is asked, and how long it took each time. */
    private record Kind(
            String what, String where, String path, List<Long> took, List<Integer> hits) {

        Kind(String what, String where, String path) {
            this(what, where, path, new ArrayList<>(), new ArrayList<>());
        }

        void print() {
            SearchMeasurement.print(
                    "| %s | %s | %d | %.1f | %.1f | %.1f |",
                    what,
                    where,
                    hits.stream().mapToInt(Integer::intValue).max().orElse(0),
                    percentile(took, 50),
                    percentile(took, 95),
                    percentile(took, 99));
        }
    }

    @Test
    void measure() throws IOException {
        String[] sizes = System.getProperty("sizes", "100000,3000").split(",");
        long begin = System.nanoTime();
        load(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
        print("loaded %s items in %d s", sizes[0], (System.nanoTime() - begin) / 1_000_000_000L);
        sql.execute("ANALYZE search_entries");
        sql.execute("ANALYZE items, item_tags");
        print("search_entries %s", size("pg_total_relation_size('search_entries')"));
        begin = System.nanoTime();
        if (!ONLY.equals("list")) follow.catchUp();
        print("a replica took them in within %d ms", (System.nanoTime() - begin) / 1_000_000);
        String token = tokens.of(Role.APPLICANT).party("431103-01kb0000000000000000000001").mint();
        List<Kind> kinds = kinds().stream().filter(k -> k.what().startsWith(ONLY)).toList();
        int warm = 0;
        for (long start = System.nanoTime();
                warm < WARM_ROUNDS || System.nanoTime() - start < WARM.toNanos();
                warm++) {
            for (Kind kind : kinds) ask(kind, token);
        }
        print("warm after %d rounds, load %s", warm, load());
        for (Kind kind : kinds) {
            kind.took().clear();
            kind.hits().clear();
        }
        for (int round = 0; round < ROUNDS; round++) for (Kind kind : kinds) ask(kind, token);
        print("| asked %d times | where | hits of the first page | p50 | p95 | p99 |", ROUNDS);
        kinds.forEach(Kind::print);
        if (ONLY.isEmpty()) print("all searches: p95 %.1f ms", together(kinds, "search"));
        print("all lists: p95 %.1f ms, load %s", together(kinds, "list"), load());
    }

    private static List<Kind> kinds() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("short word", "许可");
        queries.put("other short word", "消防");
        queries.put("common character", "证");
        queries.put("whole name", "食品经营许可");
        queries.put("long name", "设置大型户外广告及在城市建筑物设施上悬挂张贴宣传品审批");
        queries.put("two words", "消防 验收");
        queries.put("initials", "spjyxk");
        queries.put("two initials", "xk");
        queries.put("letters", "gonggongchangsuo");
        queries.put("synonym", "饭馆");
        queries.put("typing error", "公共厂所卫生");
        queries.put("sentence", "开饭馆怎么办理要什么材料");
        queries.put("half right", "食品经营许可证书办理核销");
        queries.put("material", "申请表");
        queries.put("nothing", "量子纠缠");
        queries.put("no letters", "zzqqxxvv");
        List<Kind> kinds = new ArrayList<>();
        queries.forEach(
                (what, text) -> {
                    String q = "/api/v1/search?q=" + encode(text);
                    kinds.add(new Kind("search " + what, "a county", q + "&region="));
                    kinds.add(new Kind("search " + what, "the country", q));
                });
        String list = "/api/v1/items?q=";
        kinds.add(new Kind("list, by region", "a county", "/api/v1/items?region="));
        kinds.add(new Kind("list", "the country", "/api/v1/items?limit=50"));
        for (String text : List.of("许可", "证", "量子纠缠")) {
            String q = list + encode(text);
            kinds.add(new Kind("list, " + text, "a county", q + "&region="));
            kinds.add(new Kind("list, " + text, "the country", q));
        }
        String topic = "/api/v1/items?topic=" + encode("市场监督管理局");
        kinds.add(new Kind("list, by topic", "a county", topic + "&region="));
        kinds.add(new Kind("list, by topic", "the country", topic));
        kinds.add(new Kind("list, by topic and 许可", "the country", topic + "&q=" + encode("许可")));
        kinds.add(new Kind("list of services", "a county", "/api/v1/directory?region="));
        return kinds;
    }

    private void ask(Kind kind, String token) {
        String region = regions.get(random.nextInt(regions.size()));
        String full = kind.path().endsWith("region=") ? kind.path() + region : kind.path();
        long begin = System.nanoTime();
        Http.Answer answer = http.get(full, token);
        kind.took().add(System.nanoTime() - begin);
        assertThat(answer.status()).as(full + answer.text()).isEqualTo(200);
        kind.hits().add(answer.json().path("items").size());
    }

    private static double together(List<Kind> kinds, String begin) {
        List<Long> took = new ArrayList<>();
        for (Kind kind : kinds) if (kind.what().startsWith(begin)) took.addAll(kind.took());
        return percentile(took, 95);
    }

    private static double percentile(List<Long> took, int percent) {
        List<Long> sorted = took.stream().sorted().toList();
        return sorted.get(sorted.size() * percent / 100) / 1e6;
    }

    private static String load() {
        return "%.1f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private String size(String of) {
        return String.valueOf(
                sql.queryForObject("SELECT pg_size_pretty(" + of + ")", String.class));
    }

    private void load(int items, int places) throws IOException {
        List<Matter> matters = matters();
        List<RegionCode> counties =
                list.regions().stream()
                        .map(r -> r.code())
                        .filter(c -> c.level() == RegionLevel.COUNTY)
                        .limit(places)
                        .toList();
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> entries = new ArrayList<>();
        Map<String, Object[]> departments = new HashMap<>();
        for (RegionCode county : counties) regions.add(county.value());
        for (int i = 0; i < items; i++) {
            RegionCode at = counties.get(i % counties.size());
            Matter matter = matters.get(random.nextInt(matters.size()));
            String name = matter.name() + KINDS[random.nextInt(KINDS.length)];
            String department = at.prefix() + "-" + matter.department();
            departments.computeIfAbsent(
                    department,
                    code ->
                            new Object[] {
                                code,
                                matter.department(),
                                code,
                                at.value(),
                                at.value().substring(0, 2),
                                at.value().substring(0, 4),
                                at.value().substring(0, 6)
                            });
            String code = "L%030d".formatted(i);
            rows.add(
                    new Object[] {
                        code,
                        at.value(),
                        at.value().substring(0, 2),
                        at.value().substring(0, 4),
                        at.value().substring(0, 6),
                        department,
                        name,
                        Grams.key(name),
                        Grams.ofName(name).toArray(String[]::new),
                        new String[] {"TOPIC/" + matter.department()}
                    });
            entries.add(entry(code, at, name, matter));
            if (rows.size() == 2000 || i == items - 1) {
                flush(departments, rows, entries);
            }
        }
    }

    private Object[] entry(String code, RegionCode at, String name, Matter matter) {
        SearchEntry entry =
                new SearchEntry(
                        SearchKind.ITEM,
                        code,
                        at,
                        name,
                        List.of(),
                        List.of(
                                new Other(Field.DEPARTMENT, matter.department()),
                                new Other(Field.RESULT, matter.name() + "证"),
                                new Other(Field.MATERIAL, name + "申请表"),
                                new Other(Field.MATERIAL, "营业执照"),
                                new Other(Field.MATERIAL, "法定代表人身份证明"),
                                new Other(Field.MATERIAL, "场地使用证明"),
                                new Other(Field.MATERIAL, "平面布局图")),
                        null,
                        null);
        return new Object[] {code, json.write(entry), IndexedText.EDITION};
    }

    private void flush(
            Map<String, Object[]> departments, List<Object[]> rows, List<Object[]> entries) {
        sql.batchUpdate(
                """
                INSERT INTO departments (code, name, uscc, region, province, city, county, made_up, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, true, 1) ON CONFLICT DO NOTHING
                """,
                List.copyOf(departments.values()));
        departments.clear();
        sql.batchUpdate(
                """
                INSERT INTO items (code, region, province, city, county, department, name, name_key, grams,
                       tags, objects, status, latest, governing, summary, version, chain_head)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{LEGAL}', 'IN_FORCE', 1, 1,
                        '{"itemType":"01","caseKind":"PROMISED","serviceObjects":["LEGAL"],"effectiveFrom":"2026-01-01","legalLimit":{"amount":20,"unit":"WORKING_DAY"},"promisedLimit":{"amount":3,"unit":"WORKING_DAY"},"trips":1,"fullyOnline":false}',
                        1, 'SM3:0')
                """,
                rows);
        rows.clear();
        sql.batchUpdate(
                """
                INSERT INTO search_entries (kind, ref, entry, edition, number)
                VALUES ('ITEM', ?, ?::jsonb, ?, txid_current())
                """,
                entries);
        entries.clear();
    }

    private static List<Matter> matters() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/reference/items-county.csv")).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("name,"))
                .map(line -> line.split(","))
                .map(cells -> new Matter(cells[0], cells[2]))
                .collect(Collectors.toList());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void print(String line, Object... arguments) {
        System.out.println("MEASURED " + line.formatted(arguments));
    }
}

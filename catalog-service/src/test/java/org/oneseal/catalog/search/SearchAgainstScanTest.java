package org.oneseal.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.catalog.search.SearchEntry.Field;
import org.oneseal.catalog.search.SearchEntry.Other;
import org.oneseal.catalog.words.Readings;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the index finds, in its order and over all pages, is what a plain look at everything finds.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchAgainstScanTest {

    private static final long SEED = 20261122;
    private static final String[] CHARACTERS = "营业执照直许可徐克公共场所厂卫生证核发省市重庆银行".split("");
    private static final String[] REGIONS = {
        "100000000000",
        "430000000000",
        "431100000000",
        "431103000000",
        "431103001000",
        "431102000000",
        "440000000000"
    };

    @Autowired SearchIndex index;
    @Autowired FindEntries find;
    @Autowired Readings readings;
    @Autowired MovableClock clock;

    private final List<SearchEntry> all = new ArrayList<>();
    private LocalDate today = LocalDate.EPOCH;

    @BeforeAll
    void entries() {
        RandomGenerator random = random(0);
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        for (int i = 0; i < 400; i++) {
            SearchEntry entry =
                    new SearchEntry(
                            SearchKind.values()[random.nextInt(4)],
                            "scan-" + i,
                            new RegionCode(REGIONS[random.nextInt(REGIONS.length)]),
                            text(random, 2 + random.nextInt(6)),
                            random.nextInt(3) == 0
                                    ? List.of(text(random, 2 + random.nextInt(3)))
                                    : List.of(),
                            Stream.of(Field.RESULT, Field.MATERIAL, Field.TEXT)
                                    .filter(_ -> random.nextBoolean())
                                    .map(f -> new Other(f, text(random, 2 + random.nextInt(5))))
                                    .toList(),
                            random.nextInt(8) == 0 ? today.plusDays(random.nextInt(3) - 1) : null,
                            random.nextInt(8) == 0 ? today.plusDays(random.nextInt(3) - 1) : null);
            index.put(entry);
            all.add(entry);
        }
    }

    @AfterAll
    void nothingStays() {
        all.forEach(entry -> index.remove(entry.kind(), entry.ref()));
    }

    @Test
    void everyQueryFindsWhatAScanFindsInTheSameOrder() {
        int hits = 0;
        Set<Tier> seen = new LinkedHashSet<>();
        for (int round = 0; round < 300; round++) {
            RandomGenerator random = random(round + 1);
            List<String> words =
                    Stream.generate(() -> word(random)).limit(1 + random.nextInt(2)).toList();
            @Nullable String region =
                    random.nextInt(3) == 0 ? null : REGIONS[random.nextInt(REGIONS.length)];
            Set<SearchKind> kinds =
                    random.nextInt(3) == 0
                            ? Set.of(SearchKind.values()[random.nextInt(4)])
                            : Set.of();
            List<String> expected = scan(words, region, kinds, seen);
            assertThat(pages(String.join(" ", words), region, kinds, 1 + random.nextInt(7)))
                    .as("seed %d round %d: %s in %s of %s", SEED, round, words, region, kinds)
                    .isEqualTo(expected);
            hits += expected.size();
        }
        assertThat(hits).isGreaterThan(1000);
        assertThat(seen)
                .contains(
                        Tier.EXACT,
                        Tier.PREFIX,
                        Tier.NAME,
                        Tier.ANYWHERE,
                        Tier.SOUND,
                        Tier.PARTIAL);
    }

    private List<String> pages(
            String text, @Nullable String region, Set<SearchKind> kinds, int limit) {
        List<String> found = new ArrayList<>();
        List<String> after = List.of();
        while (true) {
            List<Hit> page =
                    find.find(
                            new SearchQuery(
                                    text,
                                    region == null ? null : new RegionCode(region),
                                    kinds,
                                    after,
                                    limit),
                            clock.instant());
            for (Hit hit : page) {
                if (!hit.found().entry().ref().startsWith("scan-")) continue;
                assertThat(hit.why()).as("%s for %s", hit.found().entry(), text).isNotEmpty();
                found.add(hit.found().tier() + " " + hit.found().entry().ref());
            }
            if (page.size() < limit) return found;
            after = FindEntries.keyset(page.getLast());
        }
    }

    private record Scanned(Tier tier, int score, SearchEntry entry) {}

    private List<String> scan(
            List<String> words, @Nullable String region, Set<SearchKind> kinds, Set<Tier> seen) {
        List<Scanned> found = new ArrayList<>();
        for (SearchEntry entry : all) {
            LocalDate from = entry.validFrom();
            LocalDate to = entry.validTo();
            if (from != null && from.isAfter(today)) continue;
            if (to != null && to.isBefore(today)) continue;
            if (!kinds.isEmpty() && !kinds.contains(entry.kind())) continue;
            if (region != null && !entry.region().contains(new RegionCode(region))) continue;
            Scanned scanned = scan(words, entry);
            if (scanned == null) continue;
            found.add(scanned);
            seen.add(scanned.tier());
        }
        return found.stream()
                .sorted(
                        Comparator.comparing(Scanned::tier)
                                .thenComparing(Scanned::score)
                                .thenComparing(s -> s.entry().title())
                                .thenComparing(s -> s.entry().kind().name())
                                .thenComparing(s -> s.entry().ref()))
                .map(s -> s.tier() + " " + s.entry().ref())
                .toList();
    }

    private @Nullable Scanned scan(List<String> words, SearchEntry entry) {
        List<String> distinct = words.stream().distinct().toList();
        String whole = String.join("", distinct);
        List<String> names =
                Stream.concat(Stream.of(entry.title()), entry.aliases().stream()).toList();
        List<String> read =
                Stream.concat(
                                names.stream(),
                                entry.others().stream()
                                        .filter(o -> o.field().read())
                                        .map(Other::text))
                        .toList();
        List<String> texts =
                Stream.concat(names.stream(), entry.others().stream().map(Other::text)).toList();
        if (names.stream().anyMatch(n -> n.equals(whole) || reads(n, whole, true, true))) {
            return new Scanned(Tier.EXACT, 0, entry);
        }
        if (names.stream().anyMatch(n -> n.startsWith(whole) || reads(n, whole, true, false))) {
            return new Scanned(Tier.PREFIX, 0, entry);
        }
        List<String> telling = distinct.stream().filter(w -> w.length() > 1).toList();
        List<String> parts = telling.isEmpty() ? distinct : telling;
        if (every(parts, w -> names.stream().anyMatch(n -> shows(n, w)))) {
            return new Scanned(Tier.NAME, 0, entry);
        }
        Predicate<String> anywhere =
                w ->
                        texts.stream().anyMatch(t -> t.contains(w))
                                || read.stream().anyMatch(t -> shows(t, w));
        if (every(parts, anywhere)) return new Scanned(Tier.ANYWHERE, 0, entry);
        boolean chinese = parts.stream().anyMatch(w -> w.length() > 1 && w.charAt(0) > 'z');
        if (chinese
                && every(
                        parts,
                        w ->
                                anywhere.test(w)
                                        || (w.length() > 1
                                                && w.charAt(0) > 'z'
                                                && read.stream().anyMatch(t -> sounds(t, w))))) {
            return new Scanned(Tier.SOUND, 0, entry);
        }
        Set<String> pairs = new LinkedHashSet<>();
        for (String part : parts) {
            if (part.charAt(0) <= 'z') continue;
            for (int i = 0; i + 2 <= part.length(); i++) pairs.add(part.substring(i, i + 2));
        }
        int missing =
                (int)
                        pairs.stream()
                                .filter(p -> names.stream().noneMatch(n -> n.contains(p)))
                                .count();
        return pairs.size() > 1 && missing * 2 <= pairs.size()
                ? new Scanned(Tier.PARTIAL, missing, entry)
                : null;
    }

    private static boolean every(List<String> words, Predicate<String> holds) {
        return words.stream().allMatch(holds);
    }

    private boolean shows(String text, String word) {
        return text.contains(word) || (word.length() > 1 && reads(text, word, false, false));
    }

    /** Whether letters are the initials or the reading of a text, or of a part of it. */
    private boolean reads(String text, String letters, boolean start, boolean whole) {
        if (!letters.chars().allMatch(c -> c >= 'a' && c <= 'z')) return false;
        List<String> syllables = readings.syllables(text);
        String initials = Readings.initials(syllables);
        int at = initials.indexOf(letters);
        if (whole ? initials.equals(letters) : start ? at == 0 && letters.length() > 1 : at >= 0) {
            return true;
        }
        for (List<String> cut : readings.cuts(letters)) {
            for (int i = 0; i + cut.size() <= syllables.size(); i++) {
                if (start && i > 0) break;
                if (whole && cut.size() != syllables.size()) break;
                boolean open = !whole && (cut.size() > 1 || start);
                if (hears(syllables.subList(i, i + cut.size()), cut, open)) return true;
            }
        }
        return false;
    }

    private static boolean hears(List<String> said, List<String> cut, boolean open) {
        for (int i = 0; i < cut.size(); i++) {
            String is = Readings.heard(said.get(i));
            String wanted = Readings.heard(cut.get(i));
            boolean last = open && i == cut.size() - 1;
            if (!(last ? is.startsWith(wanted) : is.equals(wanted))) return false;
        }
        return true;
    }

    private boolean sounds(String text, String word) {
        List<String> in = readings.syllables(text).stream().map(Readings::heard).toList();
        List<String> of = readings.syllables(word).stream().map(Readings::heard).toList();
        for (int i = 0; i + of.size() <= in.size(); i++) {
            if (in.subList(i, i + of.size()).equals(of)) return true;
        }
        return false;
    }

    private String word(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Readings.initials(readings.syllables(text(random, 2 + random.nextInt(2))));
            case 1 -> String.join("", readings.syllables(text(random, 1 + random.nextInt(2))));
            case 2 -> {
                String title = all.get(random.nextInt(all.size())).title();
                int from = random.nextInt(title.length());
                yield title.substring(from, from + 1 + random.nextInt(title.length() - from));
            }
            default -> text(random, 1 + random.nextInt(4));
        };
    }

    private static String text(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    private static RandomGenerator random(int round) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + round);
    }
}

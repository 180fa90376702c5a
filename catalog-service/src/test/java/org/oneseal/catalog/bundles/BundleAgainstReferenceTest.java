package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.catalog.registers.SynonymGroup;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * What a trial says would change is what taking over changes, and both are what a plain comparison
 * of two lists finds, over random bundles one after the other.
 */
@PlatformTest
class BundleAgainstReferenceTest {

    private static final long SEED = 20261122;
    private static final RegionCode REGION = new RegionCode("431129000000");
    private static final Actor EDITOR = Actor.system("bundle-test");

    @Autowired TakeBundle take;
    @Autowired Registers registers;
    @Autowired Json json;
    @Autowired MovableClock clock;

    private record Expected(String key, Result result, boolean differs) {}

    @Test
    void everyBundleChangesWhatAComparisonSaysAndNothingWhenALineIsRefused() {
        TreeMap<String, List<String>> here = new TreeMap<>();
        int refused = 0;
        int changed = 0;
        for (int round = 0; round < 25; round++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + round);
            List<JsonNode> lines = new ArrayList<>();
            TreeMap<String, List<String>> after = new TreeMap<>(here);
            List<Expected> expected = new ArrayList<>();
            for (int i = random.nextInt(7); i > 0; i--) {
                String key = "431129-r" + random.nextInt(9);
                List<String> words = words(key, random);
                lines.add(line(key, words));
                expected.add(compare(key, words, after));
            }
            Bundle bundle = bundle(lines);
            Instant now = clock.instant();
            String where = "seed %d round %d".formatted(SEED, round);
            assertThat(told(take.tryOut(bundle, EDITOR, now))).as(where).isEqualTo(expected);
            assertThat(stored()).as(where).isEqualTo(here);
            assertThat(told(take.take(bundle, EDITOR, now))).as(where).isEqualTo(expected);
            boolean whole = expected.stream().noneMatch(e -> e.result() == Result.REFUSED);
            if (whole) here = after;
            else refused++;
            changed += (int) expected.stream().filter(Expected::differs).count();
            assertThat(stored()).as(where).isEqualTo(here);
            if (!whole) continue;
            assertThat(take.take(bundle, EDITOR, now).lines())
                    .as(where + " again")
                    .filteredOn(line -> once(line, lines))
                    .allMatch(line -> line.result() == Result.SAME);
        }
        assertThat(refused).isGreaterThan(2);
        assertThat(changed).isGreaterThan(10);
    }

    /** What a line comes to, given what was there before it. */
    private static Expected compare(
            String key, List<String> words, TreeMap<String, List<String>> there) {
        String named = Register.SYNONYMS + "/" + key;
        if (words.size() < 2) return new Expected(named, Result.REFUSED, false);
        List<String> before = there.put(key, words);
        if (before == null) return new Expected(named, Result.NEW, false);
        boolean same = before.equals(words);
        return new Expected(named, same ? Result.SAME : Result.CHANGED, !same);
    }

    private static List<Expected> told(BundleReport report) {
        return report.lines().stream()
                .map(
                        line -> {
                            List<Difference> differences = line.differences();
                            return new Expected(line.key(), line.result(), !differences.isEmpty());
                        })
                .toList();
    }

    /** Whether the bundle speaks of it once: of two lines the second has changed the first. */
    private static boolean once(BundleLine line, List<JsonNode> lines) {
        return lines.stream()
                        .filter(node -> line.key().endsWith("/" + node.path("key").asString()))
                        .count()
                == 1;
    }

    private Map<String, List<String>> stored() {
        Map<String, List<String>> stored = new TreeMap<>();
        for (RegisterEntry entry : registers.within(Register.SYNONYMS, REGION)) {
            if (entry.body() instanceof SynonymGroup(var words)) stored.put(entry.key(), words);
        }
        return stored;
    }

    /** Two or three words of its own; now and then one only, which is too few. */
    private static List<String> words(String key, RandomGenerator random) {
        int count = random.nextInt(12) == 0 ? 1 : 2 + random.nextInt(2);
        int version = random.nextInt(3);
        return IntStream.range(0, count).mapToObj(i -> key + "词" + version + "之" + i).toList();
    }

    private JsonNode line(String key, List<String> words) {
        return json.mapper()
                .valueToTree(
                        new RegistersPart.Line(
                                Register.SYNONYMS,
                                key,
                                REGION.value(),
                                json.mapper().valueToTree(new SynonymGroup(words))));
    }

    private Bundle bundle(List<JsonNode> lines) {
        return new Bundle(
                new BundleManifest(
                        BundleManifest.FORMAT, REGION.value(), clock.instant(), List.of()),
                Map.of("registers", lines),
                "test",
                "test");
    }
}

package org.oneseal.cases.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.handling.CaseFact;

/** However a feed is shuffled, repeated and cut into batches, the same cases come of it. */
class FeedOrderTest {

    private static final int ROUNDS = 150;
    private static final Instant START = Instant.parse("2011-01-03T08:00:00Z");

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Envelope> ordered = feed(random);
            Feeding reference = new Feeding();
            for (Envelope e : ordered) reference.take(e);

            List<Envelope> wild = new ArrayList<>(ordered);
            int repeated = random.nextInt(ordered.size());
            for (int i = 0; i < repeated; i++)
                wild.add(ordered.get(random.nextInt(ordered.size())));
            Collections.shuffle(wild, random);
            Feeding shuffled = new Feeding();
            for (int from = 0; from < wild.size(); ) {
                int to = Math.min(wild.size(), from + 1 + random.nextInt(12));
                shuffled.take(wild.subList(from, to));
                from = to;
            }

            assertThat(facts(shuffled)).as("seed %d", seed).isEqualTo(facts(reference));
            assertThat(flags(shuffled)).as("seed %d", seed).isEqualTo(flags(reference));
            assertThat(shuffled.messages.values())
                    .as("seed %d", seed)
                    .hasSize(ordered.size())
                    .noneMatch(FeedLedger.Known::waiting);
            assertThat(shuffled.duplicates).as("seed %d", seed).isEqualTo(repeated);
            assertThat(shuffled.rejected).as("seed %d", seed).isEmpty();
            assertThat(shuffled.conflicts).as("seed %d", seed).isEmpty();
            assertThat(shuffled.told).as("seed %d", seed).hasSize(reference.told.size());
        }
    }

    private static List<Envelope> feed(Random random) {
        List<Envelope> feed = new ArrayList<>();
        int cases = 1 + random.nextInt(6);
        for (int c = 0; c < cases; c++) {
            String id = "c-" + c;
            feed.add(Feeding.received(id, START.toString(), "2011-02-01T00:00:00Z"));
            int events = random.nextInt(8);
            for (int i = 0; i < events; i++) {
                String at = START.plusSeconds(random.nextInt(-5_000, 90_000)).toString();
                feed.add(
                        switch (random.nextInt(5)) {
                            case 0 -> Feeding.finished(id, i + 2, at);
                            case 1 ->
                                    Feeding.message(
                                            id,
                                            i + 2,
                                            "suspended",
                                            at,
                                            Map.of(
                                                    "procedureId",
                                                    "p" + i,
                                                    "kind",
                                                    "EXPERT_REVIEW",
                                                    "announcedDays",
                                                    5));
                            case 2 ->
                                    Feeding.message(
                                            id, i + 2, "resumed", at, Map.of("procedureId", "p1"));
                            default -> Feeding.step(id, i + 2, at);
                        });
            }
        }
        return feed;
    }

    private static Map<String, List<CaseFact>> facts(Feeding feeding) {
        Map<String, List<CaseFact>> facts = new TreeMap<>();
        feeding.cases
                .values()
                .forEach(f -> facts.put(f.value().header().caseNumber(), f.value().facts()));
        return facts;
    }

    private static Map<String, List<Object>> flags(Feeding feeding) {
        Map<String, List<Object>> flags = new TreeMap<>();
        feeding.pages.forEach(
                (id, p) ->
                        flags.put(
                                id,
                                List.of(
                                        p.next(),
                                        p.waiting(),
                                        p.afterEnd(),
                                        p.endBeforeStart(),
                                        String.valueOf(p.endedAt()))));
        return flags;
    }
}

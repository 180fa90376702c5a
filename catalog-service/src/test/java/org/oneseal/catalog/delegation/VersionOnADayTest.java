package org.oneseal.catalog.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemChange.Origin;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemVersion;

/** Which version governs on which day, against a diary that is written day by day. */
class VersionOnADayTest {

    private static final LocalDate START = ItemSamples.TODAY;
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void everyDayIsGovernedByWhatTheDiarySays() {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            Item item = ItemSamples.draft(ItemSamples.licence());
            Map<LocalDate, Integer> planned = new TreeMap<>();
            Map<LocalDate, Integer> diary = new TreeMap<>();
            int governing = 0;
            for (int d = 0; d < 25; d++) {
                LocalDate today = START.plusDays(d);
                item = after(item, item.takeEffect(today));
                if (planned.containsKey(today)) governing = planned.get(today);
                if (random.nextInt(4) == 0) {
                    ItemContent content = ItemSamples.promising(1 + random.nextInt(9));
                    LocalDate from = today.plusDays(random.nextInt(4));
                    item = after(item, item.edit(content, Origin.EDITOR, ItemSamples.FINGERPRINTS));
                    int before = item.versions().size();
                    item =
                            after(
                                    item,
                                    item.publish(
                                            ItemSamples.rules(),
                                            ItemSamples.FINGERPRINTS,
                                            from,
                                            today,
                                            NOW));
                    if (item.versions().size() > before) {
                        planned.put(from, item.versions().size());
                        if (from.equals(today)) governing = item.versions().size();
                    }
                }
                diary.put(today, governing);
                assertThat(item.governing()).as("seed %d, %s", seed, today).isEqualTo(governing);
                assertThat(item.status() == ItemStatus.DRAFT).isEqualTo(item.versions().isEmpty());
            }
            for (var day : diary.entrySet()) {
                assertThat(item.governing(day.getKey()).map(ItemVersion::number).orElse(0))
                        .as("seed %d, %s, asked later", seed, day.getKey())
                        .isEqualTo(day.getValue());
            }
        }
    }

    private static Item after(Item item, ItemOutcome outcome) {
        return outcome instanceof ItemOutcome.Done done ? done.item() : item;
    }
}

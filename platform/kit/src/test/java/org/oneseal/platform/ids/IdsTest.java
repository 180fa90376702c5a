package org.oneseal.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;

class IdsTest {

    private Instant now = Instant.parse("2026-03-02T02:00:00Z");
    private final Ids ids = new Ids(() -> now);

    @Test
    void whatIsMadeLaterSortsLaterAlsoWithinAMillisecond() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            if (i % 10_000 == 0) now = now.plusMillis(1);
            if (i % 15_000 == 14_999) now = now.minusMillis(3);
            made.add(ids.next());
        }
        assertThat(made).isSorted();
        assertThat(new HashSet<>(made)).hasSize(50_000);
    }

    @Test
    void theNextCannotBeToldFromTheOneBefore() {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) steps.add(ids.next().substring(18));
        assertThat(new HashSet<>(steps)).hasSize(1_000);
        assertThat(steps).doesNotHaveDuplicates().isNotEqualTo(steps.stream().sorted().toList());
    }

    @Test
    void theRegionsCountyStandsInFront() {
        assertThat(ids.next(new RegionCode("431103000000")))
                .matches("431103-[0-9a-hjkmnp-tv-z]{26}");
    }
}

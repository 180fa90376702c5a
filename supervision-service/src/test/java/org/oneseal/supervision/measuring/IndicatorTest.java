package org.oneseal.supervision.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who asks for an indicator sums up no more than it rests on. */
class IndicatorTest {

    @ParameterizedTest
    @EnumSource
    void an_indicator_rests_on_its_own_sums_and_on_all_of_them(Indicator indicator) {
        Map<Counter, Long> all = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) all.put(counter, 1L << counter.ordinal());
        Map<Counter, Long> own =
                indicator.counters().stream().collect(Collectors.toMap(c -> c, all::get));

        Ratio ratio = indicator.of(all);
        assertThat(indicator.of(own)).isEqualTo(ratio);
        for (Counter counter : indicator.counters()) {
            Map<Counter, Long> fewer = new EnumMap<>(own);
            fewer.remove(counter);
            assertThat(indicator.of(fewer)).as("without %s", counter).isNotEqualTo(ratio);
        }
    }
}

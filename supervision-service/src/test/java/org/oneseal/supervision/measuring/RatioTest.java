package org.oneseal.supervision.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void a_percentage_is_truncated_and_the_ratio_exact() {
        assertThat(Ratio.of(2746, 2774).percent()).isEqualTo(new BigDecimal("98.99"));
        assertThat(Ratio.of(17282, 75954).percent()).isEqualTo(new BigDecimal("22.75"));
    }

    @Test
    void nothing_of_nothing_is_no_ratio() {
        assertThat(Ratio.of(0, 0).percent()).isNull();
    }

    @Test
    void the_promise_s_compression_recomputes() {
        Figures figures =
                Figures.of(
                        Map.of(
                                Counter.ACCEPTED_LEGAL_DAYS,
                                15215L,
                                Counter.ACCEPTED_PROMISED_DAYS,
                                2529L));
        assertThat(figures.promiseCompression().percent()).isEqualTo(new BigDecimal("83.37"));
    }
}

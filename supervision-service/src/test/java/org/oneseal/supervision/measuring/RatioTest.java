package org.oneseal.supervision.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void a_percentage_is_truncated_and_the_ratio_exact() {
        assertThat(Ratio.of(2746, 2774).percent()).isEqualTo(new BigDecimal("98.99"));
        assertThat(Ratio.of(17282, 75954).percent()).isEqualTo(new BigDecimal("22.75"));
    }

    @Test
    void a_percentage_is_the_same_however_large_its_numbers_are() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
        for (int i = 0; i < 10_000; i++) {
            long numerator = random.nextLong() >> random.nextInt(64);
            long denominator = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
            assertThat(Ratio.of(numerator, denominator).percent())
                    .as("%d of %d", numerator, denominator)
                    .isEqualTo(
                            new BigDecimal(
                                    BigInteger.valueOf(numerator)
                                            .multiply(BigInteger.valueOf(10_000))
                                            .divide(BigInteger.valueOf(denominator)),
                                    2));
        }
        assertThat(Ratio.of(Long.MIN_VALUE, 1).percent())
                .isEqualTo(new BigDecimal("-922337203685477580800.00"));
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

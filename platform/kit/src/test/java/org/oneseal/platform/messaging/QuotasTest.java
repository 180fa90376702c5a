package org.oneseal.cases.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private long nanos;
    private final Quotas quotas = new Quotas(() -> nanos);
    private final Source source =
            new Source(
                    "slow",
                    "慢",
                    "Slow",
                    Feeding.DISTRICT,
                    List.of(new Source.Department("431103-HJ", List.of())),
                    List.of(),
                    true,
                    false,
                    60,
                    60,
                    "c");

    @Test
    void aMinutesWorthIsKeptAndFlowsInEvenly() {
        assertThat(quotas.take(source, 100)).isEqualTo(60);
        assertThat(quotas.take(source, 1)).isZero();
        assertThat(quotas.until(source, 1)).isEqualTo(Duration.ofSeconds(1));

        nanos += Duration.ofSeconds(5).toNanos();
        assertThat(quotas.take(source, 100)).isEqualTo(5);

        nanos += Duration.ofHours(1).toNanos();
        assertThat(quotas.take(source, 100)).isEqualTo(60);
    }

    @Test
    void aBatchIsTakenWholeOrNotAtAll() {
        assertThat(quotas.takeAll(source, 50)).isTrue();
        assertThat(quotas.takeAll(source, 50)).isFalse();
        assertThat(quotas.takeAll(source, 10)).isTrue();
    }
}

package org.oneseal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private long nanos;
    private final Quotas quotas = new Quotas(() -> nanos);

    @Test
    void aMinutesWorthIsKeptAndFlowsInEvenly() {
        assertThat(quotas.take("slow", 60, 100)).isEqualTo(60);
        assertThat(quotas.take("slow", 60, 1)).isZero();
        assertThat(quotas.until("slow", 60, 1)).isEqualTo(Duration.ofSeconds(1));

        nanos += Duration.ofSeconds(5).toNanos();
        assertThat(quotas.take("slow", 60, 100)).isEqualTo(5);

        nanos += Duration.ofHours(1).toNanos();
        assertThat(quotas.take("slow", 60, 100)).isEqualTo(60);
    }

    @Test
    void aBatchIsTakenWholeOrNotAtAll() {
        assertThat(quotas.takeAll("slow", 60, 50)).isTrue();
        assertThat(quotas.takeAll("slow", 60, 50)).isFalse();
        assertThat(quotas.takeAll("slow", 60, 10)).isTrue();
    }
}

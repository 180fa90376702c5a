package org.oneseal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.oneseal.local.process.Trouble;

class SettingsTest {

    private static Settings of(String... options) {
        String[] all = new String[options.length + 3];
        all[0] = "checkout";
        all[1] = "state";
        all[2] = "cache";
        System.arraycopy(options, 0, all, 3, options.length);
        return Settings.of(all);
    }

    @Test
    void withoutOptionsItIsTheShortSuite() {
        assertThat(of().sizes()).containsExactly(10_000L);
        assertThat(of().append()).isTrue();
    }

    @Test
    void theSizeSuiteEndsAtAMillion() {
        assertThat(of("--suite", "size").sizes()).containsExactly(10_000L, 1_000_000L);
    }

    @Test
    void theSizeSuiteKillsFiftyProcessesInTenThousandLifecycles() {
        assertThat(of().kills()).isZero();
        assertThat(of("--suite", "size").kills()).isEqualTo(50);
        assertThat(of("--suite", "size").lifecycles()).isEqualTo(10_000);
        Settings faults = of("--suite", "faults", "--lifecycles", "200", "--kills", "6");
        assertThat(faults.sizes()).isEmpty();
        assertThat(faults.lifecycles()).isEqualTo(200);
        assertThat(faults.kills()).isEqualTo(6);
    }

    @Test
    void sizesAreMeasuredRising() {
        assertThat(of("--cases", "500,20", "--seconds", "3").sizes()).containsExactly(20L, 500L);
        assertThat(of("--seconds", "3").measure()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatItDoesNotKnowItRefuses() {
        assertThatThrownBy(() -> of("--suite", "huge")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> of("--seconds", "0")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> of("--clients")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> of("--fast")).isInstanceOf(Trouble.class);
    }
}

package org.oneseal.notification.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.oneseal.notification.retrying.RetrySchedule;

/** What is signed, what an answer means, and when to come again. */
class SignatureTest {

    private static final byte[] SECRET =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void everyAttributeTheTimeAndTheBodyAreSigned() {
        Map<String, String> headers = Map.of("ce-id", "a/1", "ce-type", "t", "content-type", "x");
        String signed = Signature.of(1764000000, "k1", SECRET, headers, BODY);
        // made with: printf '1764000000\nce-id:a/1\nce-type:t\n\n{}' | openssl dgst -sha256 -hmac …
        assertThat(signed)
                .isEqualTo(
                        "t=1764000000, keyid=k1, sha256="
                                + "625ee29be0716879870995babb3088a504c24866f86080d4e8cf4d1b2989dfcf");
        assertThat(Signature.of(1764000001, "k1", SECRET, headers, BODY)).isNotEqualTo(signed);
        assertThat(Signature.of(1764000000, "k1", SECRET, Map.of("ce-id", "a/2"), BODY))
                .isNotEqualTo(signed);
        assertThat(Signature.of(1764000000, "k1", SECRET, headers, new byte[0]))
                .isNotEqualTo(signed);
        assertThat(
                        Signature.of(
                                1764000000,
                                "k1",
                                SECRET,
                                Map.of("ce-id", "a/1", "ce-type", "t", "content-type", "y"),
                                BODY))
                .isEqualTo(signed);
    }

    @Test
    void textIsEncodedAsTheBindingSays() {
        assertThat(WrapEvent.headerValue("case-甲 \"%\r\n"))
                .isEqualTo("case-%E7%94%B2%20%22%25%0D%0A");
    }

    @Test
    void onlyWhatMayChangeIsTriedAgain() {
        for (int status = 200; status < 600; status++) {
            Reply reply = Reply.of(status, null);
            if (status < 300) {
                assertThat(reply).isInstanceOf(Reply.Taken.class);
            } else if (status >= 500 || status == 429) {
                assertThat(reply).as("%d", status).isInstanceOf(Reply.Failed.class);
            } else {
                assertThat(reply).as("%d", status).isInstanceOf(Reply.Refused.class);
            }
        }
    }

    @Test
    void waitsGrowByTheScheduleWithNoMoreThanTheJitter() {
        RetrySchedule schedule =
                new RetrySchedule(
                        List.of(Duration.ofSeconds(10), Duration.ofHours(2)),
                        10,
                        Duration.ofHours(24),
                        20);
        long seed = 20261122;
        var random = RandomGeneratorFactory.getDefault().create(seed);
        for (int i = 0; i < 1000; i++) {
            assertThat(schedule.after(1, random).orElseThrow())
                    .as("seed %d", seed)
                    .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
            assertThat(schedule.after(2, random).orElseThrow())
                    .as("seed %d", seed)
                    .isBetween(Duration.ofHours(2), Duration.ofMinutes(132));
        }
        assertThat(schedule.after(3, random)).isEmpty();
        assertThat(schedule.span()).isEqualTo(Duration.ofHours(2).plusSeconds(10));
    }
}

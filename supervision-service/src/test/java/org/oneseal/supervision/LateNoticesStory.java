package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A late fact may show that another notice was the second one: the card moves with it. */
class LateNoticesStory extends Story {

    LateNoticesStory() {
        super("431186000000");
    }

    @Test
    void a_card_whose_watch_is_no_more_is_proposed_for_revocation() {
        String id = "431186-notices-1";
        clock.setTo(Instant.parse("2026-03-05T03:00:00Z"));
        happens(id, 1, "submitted", "2026-03-02T02:00:00Z", Map.of());
        notice(id, 2, "2026-03-03T02:00:00Z");
        notice(id, 3, "2026-03-05T02:00:00Z");
        awaitCards(id, "second-notice-yellow");
        assertThat(cardsOf(id).getFirst().path("watchId").asString())
                .isEqualTo(id + ".second-notice-3");
        notice(id, 4, "2026-03-04T02:00:00Z");
        await().atMost(Duration.ofSeconds(60)).until(() -> cardsOf(id).size() == 2);
        for (JsonNode card : cardsOf(id)) {
            String watch = card.path("watchId").asString();
            assertThat(card.path("proposedCause").asString("none"))
                    .as(watch)
                    .isEqualTo(watch.endsWith("-4") ? "none" : "LATE_FACT");
        }
    }

    private void notice(String id, long sequence, String at) {
        happens(
                id,
                sequence,
                "correction-requested",
                at,
                Map.of("missing", List.of(Map.of("code", "m1"))));
    }
}

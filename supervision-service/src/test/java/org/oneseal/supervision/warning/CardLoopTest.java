package org.oneseal.supervision.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.objection.Objection;

/** Every state of a card against every action. */
class CardLoopTest {

    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    private static final Map<CardState, Set<CardAction>> ALLOWED =
            Map.of(
                    CardState.PENDING, Set.of(CardAction.ISSUE, CardAction.DISMISS),
                    CardState.DISMISSED, Set.of(),
                    CardState.ISSUED,
                            Set.of(CardAction.ACKNOWLEDGE, CardAction.APPEAL, CardAction.REVOKE),
                    CardState.ACKNOWLEDGED,
                            Set.of(CardAction.RECTIFY, CardAction.APPEAL, CardAction.REVOKE),
                    CardState.RECTIFIED, Set.of(CardAction.CLOSE, CardAction.REVOKE),
                    CardState.APPEALED, Set.of(CardAction.UPHOLD, CardAction.REVOKE),
                    CardState.UPHELD,
                            Set.of(CardAction.RECTIFY, CardAction.CLOSE, CardAction.REVOKE),
                    CardState.REVOKED, Set.of(CardAction.CLOSE),
                    CardState.CLOSED, Set.of());

    @Test
    void only_what_the_table_allows_moves_a_card() {
        for (CardState state : CardState.values()) {
            for (CardAction action : CardAction.values()) {
                Card.Outcome outcome =
                        card(Colour.RED, state, null)
                                .handle(new CardCommand(action, "s", "why", "FORCE_MAJEURE"), NOW);
                boolean allowed = ALLOWED.getOrDefault(state, Set.of()).contains(action);
                assertThat(outcome instanceof Card.Moved)
                        .as("%s in %s", action, state)
                        .isEqualTo(allowed);
            }
        }
    }

    @Test
    void a_blue_card_cannot_be_appealed_against_and_everything_wrong_is_told_at_once() {
        assertThat(
                        codes(
                                new Card(
                                                "c",
                                                Colour.BLUE,
                                                CardState.CLOSED,
                                                Card.SYSTEM,
                                                NOW,
                                                NOW.minusSeconds(1),
                                                "earlier",
                                                null,
                                                false)
                                        .handle(
                                                new CardCommand(
                                                        CardAction.APPEAL,
                                                        "s",
                                                        "x".repeat(251),
                                                        null),
                                                NOW)))
                .containsExactlyInAnyOrder(
                        "card-state-forbids",
                        "card-reason-too-long",
                        "card-blue-not-appealable",
                        "card-appealed-already",
                        "card-appeal-too-late");
    }

    /** What is said goes into events and history, where nothing is taken out again. */
    @Test
    void no_reason_names_a_person_s_number() {
        assertThat(
                        codes(
                                card(Colour.RED, CardState.ISSUED, null)
                                        .handle(
                                                new CardCommand(
                                                        CardAction.APPEAL,
                                                        "liu",
                                                        "申请人 440524188001010014 当日才补齐",
                                                        null),
                                                NOW)))
                .containsExactly("card-personal-number");
    }

    @Test
    void nobody_reviews_an_own_appeal() {
        assertThat(
                        codes(
                                card(Colour.RED, CardState.APPEALED, "liu")
                                        .handle(
                                                new CardCommand(
                                                        CardAction.REVOKE, "liu", "right", null),
                                                NOW)))
                .containsExactly("card-reviewer-involved");
    }

    @Test
    void a_revocation_without_appeal_needs_a_cause_and_a_late_fact_needs_a_proposal() {
        assertThat(
                        codes(
                                card(Colour.RED, CardState.ISSUED, null)
                                        .handle(
                                                new CardCommand(
                                                        CardAction.REVOKE, "s", "why", null),
                                                NOW)))
                .containsExactly("card-revocation-without-cause");
        assertThat(
                        codes(
                                card(Colour.RED, CardState.ISSUED, null)
                                        .handle(
                                                new CardCommand(
                                                        CardAction.REVOKE, "s", "why", "LATE_FACT"),
                                                NOW)))
                .containsExactly("card-revocation-not-proposed");
    }

    private static List<String> codes(Card.Outcome outcome) {
        return switch (outcome) {
            case Card.Moved _ -> List.of();
            case Card.Objected(var objections) -> objections.stream().map(Objection::code).toList();
        };
    }

    private static Card card(Colour colour, CardState state, @Nullable String appellant) {
        return new Card(
                "c", colour, state, Card.SYSTEM, NOW, NOW.plusSeconds(60), appellant, null, false);
    }
}

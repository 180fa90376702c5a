package org.oneseal.supervision.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card was drawn (发牌).
 *
 * @param threshold first instant at which the rule held
 * @param due the due date it was counted from
 * @param overBy ISO 8601 duration from the due date to the threshold, negative while time is left
 * @param recipients roles that are to be told
 * @param origin {@code RULE}, {@code UNANSWERED} or {@code MANUAL}
 * @param reason what the person says who drew it, null if none did
 * @param parent the card that was not answered
 * @param answerBy by when it is to be answered
 */
public record CardIssued(
        String cardId,
        String watchId,
        String caseId,
        String caseNumber,
        @Nullable String itemCode,
        String itemName,
        String kind,
        String colour,
        Rule rule,
        Instant threshold,
        Instant due,
        String overBy,
        @Nullable String department,
        List<String> recipients,
        @Nullable String party,
        @Nullable String source,
        String origin,
        @Nullable String reason,
        @Nullable String parent,
        Instant answerBy)
        implements SupervisionEvent {

    public record Rule(String code, int version, String ground) {}

    @Override
    public String type() {
        return "supervision.card-issued";
    }
}

package org.oneseal.catalog.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.platform.journal.Actor;
import tools.jackson.databind.JsonNode;

/**
 * One thing that was done to an item.
 *
 * @param what type of the event without its prefix, such as item-edited
 * @param action what was done to the draft, null for anything else
 * @param reason why a draft was sent back or passed, null for anything else
 * @param changed JSON pointers into the draft that was edited
 * @param version the version concerned, null for a draft
 * @param status state of the item afterwards, null for a draft
 * @param hash of the entry in the item's evidence
 */
record ItemHistoryView(
        long sequence,
        String what,
        Instant at,
        Instant recordedAt,
        ActorView actor,
        @Nullable String action,
        @Nullable String reason,
        List<String> changed,
        @Nullable Integer version,
        @Nullable String status,
        @Nullable String statusReason,
        @Nullable String suspensionReason,
        @Nullable String cancellationReason,
        @Nullable String effectiveFrom,
        @Nullable String cancelledFrom,
        String hash) {

    /** Who it was, by opaque ids. */
    record ActorView(
            Actor.Kind kind, String id, @Nullable String role, @Nullable String department) {

        static ActorView of(Actor actor) {
            return new ActorView(actor.kind(), actor.id(), actor.role(), actor.department());
        }
    }

    static ItemHistoryView of(ItemHistory.Entry entry) {
        JsonNode data = entry.data();
        Actor actor = entry.actor();
        return new ItemHistoryView(
                entry.sequence(),
                entry.type().substring(entry.type().indexOf('.') + 1),
                entry.occurredAt(),
                entry.recordedAt(),
                ActorView.of(actor),
                text(data, "action"),
                text(data, "reason"),
                data.path("changed").valueStream().map(JsonNode::asString).toList(),
                data.has("version") ? data.path("version").asInt() : null,
                text(data, "status"),
                text(data, "statusReason"),
                text(data, "suspensionReason"),
                text(data, "cancellationReason"),
                text(data, "effectiveFrom"),
                text(data, "cancelledFrom"),
                entry.hash());
    }

    private static @Nullable String text(JsonNode data, String member) {
        JsonNode value = data.path(member);
        return value.isString() ? value.asString() : null;
    }
}

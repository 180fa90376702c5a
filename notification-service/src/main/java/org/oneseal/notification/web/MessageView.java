package org.oneseal.notification.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.inbox.InboxEntry;
import org.oneseal.notification.inbox.Text;

/** A message in the reader's language. */
record MessageView(
        String id,
        String kind,
        @Nullable String caseId,
        String language,
        String title,
        String body,
        Instant createdAt,
        boolean read,
        @Nullable Instant readAt) {

    static MessageView of(InboxEntry entry, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        Text text = english ? entry.english() : entry.chinese();
        return new MessageView(
                entry.id(),
                entry.kind(),
                entry.caseId(),
                english ? "en" : "zh-CN",
                text.title(),
                text.body(),
                entry.createdAt(),
                entry.readAt() != null,
                entry.readAt());
    }
}

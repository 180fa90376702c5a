package org.oneseal.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/** All inboxes. */
public interface Messages {

    /**
     * Puts messages into inboxes.
     *
     * @return ids of those that were not there yet
     */
    Set<String> deliver(List<Message> messages);

    /** Whether the message is in the caller's inbox. */
    Optional<InboxEntry> inInboxOf(Caller reader, String id);

    /** Notes that the reader has seen it; the first time counts. */
    void markRead(String id, String reader, Instant at);

    /** The caller's inbox, newest first. */
    Page<InboxEntry> inboxOf(Caller reader, boolean unreadOnly, PageRequest page);

    /** How many are unread, counted up to the limit. */
    int unreadOf(Caller reader, int limit);

    /** What a message is and came from, for events about it. */
    Optional<Origin> origin(String id);

    /**
     * What a message came from.
     *
     * @param kind code of the kind
     * @param cause id of the event
     */
    record Origin(String kind, String cause, @Nullable String caseId) {}

    /** Takes messages of these kinds away before a rebuild; what was read stays known. */
    void clear(Set<MessageKind> kinds);
}

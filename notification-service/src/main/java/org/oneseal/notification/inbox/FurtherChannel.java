package org.oneseal.notification.inbox;

import java.time.Instant;
import java.util.List;

/** Another way to the reader beside the inbox, such as e-mail. */
public interface FurtherChannel {

    /** Takes messages that were just put into inboxes, in the same transaction. */
    void send(List<Message> messages, Instant now);
}

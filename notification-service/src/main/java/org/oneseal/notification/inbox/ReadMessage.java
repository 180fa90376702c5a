package org.oneseal.notification.inbox;

import java.time.Instant;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reader has seen a message; seeing it again changes nothing. */
@Component
public class ReadMessage {

    private final Messages messages;

    ReadMessage(Messages messages) {
        this.messages = messages;
    }

    @Transactional
    public InboxEntry read(Caller reader, String id, Instant now) {
        if (messages.inInboxOf(reader, id).isEmpty()) throw new NotFound("message", id);
        messages.markRead(id, reader.subject(), now);
        return messages.inInboxOf(reader, id).orElseThrow();
    }
}

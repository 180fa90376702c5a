package org.oneseal.notification.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.InstantSource;
import java.util.Locale;
import org.oneseal.notification.inbox.Messages;
import org.oneseal.notification.inbox.ReadMessage;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reader's own inbox. */
@RestController
@RequestMapping("/api/v1/messages")
class MessagesApi {

    private static final int COUNTED = 999;

    private final Messages messages;
    private final ReadMessage readMessage;
    private final IdempotentPosts posts;
    private final InstantSource time;

    MessagesApi(
            Messages messages, ReadMessage readMessage, IdempotentPosts posts, InstantSource time) {
        this.messages = messages;
        this.readMessage = readMessage;
        this.posts = posts;
        this.time = time;
    }

    @GetMapping
    Page<MessageView> list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean unread,
            PageRequest page,
            @Parameter(hidden = true) Locale locale) {
        return messages.inboxOf(caller, unread, page).map(entry -> MessageView.of(entry, locale));
    }

    /** How many are unread; {@code more} when there are more than were counted. */
    record UnreadView(int unread, boolean more) {}

    @GetMapping("/unread-count")
    UnreadView unread(Caller caller) {
        int counted = messages.unreadOf(caller, COUNTED + 1);
        return new UnreadView(Math.min(counted, COUNTED), counted > COUNTED);
    }

    @GetMapping("/{id}")
    MessageView one(
            Caller caller, @PathVariable String id, @Parameter(hidden = true) Locale locale) {
        return messages.inInboxOf(caller, id)
                .map(entry -> MessageView.of(entry, locale))
                .orElseThrow(() -> new NotFound("message", id));
    }

    @PostMapping("/{id}/read")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    ResponseEntity<?> read(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @Parameter(hidden = true) Locale locale) {
        return posts.once(
                caller,
                key,
                "POST /messages/" + id + "/read",
                "",
                () ->
                        ResponseEntity.ok(
                                MessageView.of(
                                        readMessage.read(caller, id, time.instant()), locale)));
    }
}

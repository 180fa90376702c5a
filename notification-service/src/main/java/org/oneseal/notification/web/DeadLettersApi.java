package org.oneseal.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.web.SubscriptionBodies.CountView;
import org.oneseal.notification.web.SubscriptionBodies.DeadLetterView;
import org.oneseal.notification.webhooks.Deliveries;
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
import org.springframework.web.bind.annotation.RestController;

/** Events that a subscriber did not take; each stops its key until it is retried or dismissed. */
@RestController
@RequestMapping("/api/v1/subscriptions/{id}/dead-letters")
@Tag(name = "subscriptions")
class DeadLettersApi {

    private final Deliveries deliveries;
    private final SubscriptionReach reach;
    private final IdempotentPosts posts;
    private final Views views;
    private final InstantSource time;

    DeadLettersApi(
            Deliveries deliveries,
            SubscriptionReach reach,
            IdempotentPosts posts,
            Views views,
            InstantSource time) {
        this.deliveries = deliveries;
        this.reach = reach;
        this.posts = posts;
        this.views = views;
        this.time = time;
    }

    @GetMapping
    Page<DeadLetterView> list(Caller caller, @PathVariable String id, PageRequest page) {
        reach.one(id, reach.toRead(caller));
        return deliveries.deadLetters(id, page).map(views::deadLetter);
    }

    @PostMapping("/retry")
    @Operation(summary = "Tries all dead letters again")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CountView.class)))
    ResponseEntity<?> retryAll(Caller caller, IdempotencyKey key, @PathVariable String id) {
        return change(
                caller, key, id, null, "retry", () -> deliveries.retry(id, null, time.instant()));
    }

    @PostMapping("/{number}/retry")
    @Operation(summary = "Tries one again; the later events of its key follow")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CountView.class)))
    ResponseEntity<?> retry(
            Caller caller, IdempotencyKey key, @PathVariable String id, @PathVariable long number) {
        return change(
                caller,
                key,
                id,
                number,
                number + "/retry",
                () -> deliveries.retry(id, number, time.instant()));
    }

    @PostMapping("/{number}/dismiss")
    @Operation(summary = "Gives one up; the later events of its key go on without it")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CountView.class)))
    ResponseEntity<?> dismiss(
            Caller caller, IdempotencyKey key, @PathVariable String id, @PathVariable long number) {
        return change(
                caller,
                key,
                id,
                number,
                number + "/dismiss",
                () -> deliveries.dismiss(id, number, time.instant()) ? 1 : 0);
    }

    private ResponseEntity<?> change(
            Caller caller,
            IdempotencyKey key,
            String id,
            @Nullable Long number,
            String verb,
            IntSupplier change) {
        reach.one(id, reach.toChange(caller));
        return posts.once(
                caller,
                key,
                "POST /subscriptions/" + id + "/dead-letters/" + verb,
                "",
                () -> {
                    int count = change.getAsInt();
                    if (number != null && count == 0) {
                        throw new NotFound("dead letter", Long.toString(number));
                    }
                    return ResponseEntity.ok(new CountView(count));
                });
    }
}

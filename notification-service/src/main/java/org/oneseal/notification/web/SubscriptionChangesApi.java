package org.oneseal.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.oneseal.notification.feed.EventLog;
import org.oneseal.notification.feed.Position;
import org.oneseal.notification.web.SubscriptionBodies.KeyRequest;
import org.oneseal.notification.web.SubscriptionBodies.ReplayRequest;
import org.oneseal.notification.web.SubscriptionBodies.SubscriptionView;
import org.oneseal.notification.webhooks.ChangeWebhook;
import org.oneseal.notification.webhooks.ChangeWebhook.Target;
import org.oneseal.notification.webhooks.WebhookOutcome;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses, keys and replays of a subscription. */
@RestController
@RequestMapping("/api/v1/subscriptions/{id}")
@Tag(name = "subscriptions")
@ApiResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
class SubscriptionChangesApi {

    private final ChangeWebhook changeWebhook;
    private final EventLog log;
    private final SubscriptionReach reach;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Views views;
    private final InstantSource time;

    SubscriptionChangesApi(
            ChangeWebhook changeWebhook,
            EventLog log,
            SubscriptionReach reach,
            IdempotentPosts posts,
            Problems problems,
            Views views,
            InstantSource time) {
        this.changeWebhook = changeWebhook;
        this.log = log;
        this.reach = reach;
        this.posts = posts;
        this.problems = problems;
        this.views = views;
        this.time = time;
    }

    @PostMapping("/pause")
    @Operation(summary = "Nothing is brought until it is resumed")
    ResponseEntity<?> pause(
            Caller caller, IdempotencyKey key, ExpectedVersion version, @PathVariable String id) {
        return change(
                caller,
                key,
                version,
                id,
                "pause",
                "",
                target -> changeWebhook.pause(target, time.instant()));
    }

    @PostMapping("/resume")
    @Operation(summary = "What waited is brought, then what is new")
    ResponseEntity<?> resume(
            Caller caller, IdempotencyKey key, ExpectedVersion version, @PathVariable String id) {
        return change(
                caller,
                key,
                version,
                id,
                "resume",
                "",
                target -> changeWebhook.resume(target, time.instant()));
    }

    @PostMapping("/end")
    @Operation(summary = "Ends for good; keys are forgotten and nothing more is brought")
    ResponseEntity<?> end(
            Caller caller, IdempotencyKey key, ExpectedVersion version, @PathVariable String id) {
        return change(
                caller,
                key,
                version,
                id,
                "end",
                "",
                target -> changeWebhook.end(target, time.instant()));
    }

    @PostMapping("/keys")
    @Operation(summary = "A second key; both sign until one is retired")
    ResponseEntity<?> addKey(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid KeyRequest request) {
        return change(
                caller,
                key,
                version,
                id,
                "keys",
                request,
                target ->
                        changeWebhook.addKey(
                                target, request.keyId(), request.secret(), time.instant()));
    }

    @PostMapping("/keys/{keyId}/retire")
    @Operation(summary = "A key signs no more")
    ResponseEntity<?> retireKey(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @PathVariable String keyId) {
        return change(
                caller,
                key,
                version,
                id,
                "keys/" + keyId + "/retire",
                "",
                target -> changeWebhook.retireKey(target, keyId, time.instant()));
    }

    @PostMapping("/replay")
    @Operation(summary = "Brings everything once more from an instant or a cursor of the feed on")
    ResponseEntity<?> replay(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ReplayRequest request) {
        reach.one(id, reach.toChange(caller));
        Optional<Position> position = position(request);
        if (position.isEmpty()) {
            return problems.unprocessable(List.of(Objection.of("webhook-replay-point-invalid")));
        }
        return change(
                caller,
                key,
                version,
                id,
                "replay",
                request,
                target -> changeWebhook.replay(target, position.get(), time.instant()));
    }

    private Optional<Position> position(ReplayRequest request) {
        Instant since = request.since();
        String cursor = request.cursor();
        if ((since == null) == (cursor == null)) return Optional.empty();
        if (since != null) {
            return since.isAfter(time.instant()) || since.isBefore(Instant.EPOCH)
                    ? Optional.empty()
                    : Optional.of(log.before(since));
        }
        try {
            List<String> keyset = Page.decode(String.valueOf(cursor));
            long tx = Long.parseLong(keyset.get(0));
            long no = Long.parseLong(keyset.get(1));
            return keyset.size() == 2 && tx >= 0 && no >= 0
                    ? Optional.of(new Position(tx, no))
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private ResponseEntity<?> change(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            String id,
            String verb,
            Object body,
            Function<Target, WebhookOutcome> change) {
        Scope scope = reach.toChange(caller);
        Target target = new Target(id, version.value(), scope, SubscriptionReach.actor(caller));
        return posts.once(
                caller,
                key,
                "POST /subscriptions/" + id + "/" + verb,
                List.of(version, body),
                () ->
                        SubscriptionsApi.answer(
                                HttpStatus.OK, change.apply(target), problems, views));
    }
}

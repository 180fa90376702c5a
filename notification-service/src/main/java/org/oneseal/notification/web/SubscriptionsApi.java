package org.oneseal.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.web.SubscriptionBodies.RegisterRequest;
import org.oneseal.notification.web.SubscriptionBodies.SubscriptionView;
import org.oneseal.notification.webhooks.Deliveries;
import org.oneseal.notification.webhooks.RegisterWebhook;
import org.oneseal.notification.webhooks.Webhook;
import org.oneseal.notification.webhooks.WebhookOutcome;
import org.oneseal.notification.webhooks.Webhooks;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions of department systems: who is told, and how they fare. */
@RestController
@RequestMapping("/api/v1/subscriptions")
@Tag(name = "subscriptions")
class SubscriptionsApi {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final RegisterWebhook registerWebhook;
    private final SubscriptionReach reach;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Views views;
    private final InstantSource time;

    SubscriptionsApi(
            Webhooks webhooks,
            Deliveries deliveries,
            RegisterWebhook registerWebhook,
            SubscriptionReach reach,
            IdempotentPosts posts,
            Problems problems,
            Views views,
            InstantSource time) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.registerWebhook = registerWebhook;
        this.reach = reach;
        this.posts = posts;
        this.problems = problems;
        this.views = views;
        this.time = time;
    }

    @GetMapping
    Page<SubscriptionView> list(Caller caller, PageRequest page) {
        return webhooks.visibleIn(reach.toRead(caller), page).map(views::subscription);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A subscription, with what waits and how the other end answers")
    ResponseEntity<SubscriptionView> one(Caller caller, @PathVariable String id) {
        Webhook webhook = reach.one(id, reach.toRead(caller));
        return ResponseEntity.ok()
                .eTag(Versions.etag(webhook.chain().sequence()))
                .body(views.subscription(webhook, deliveries.health(id)));
    }

    @PostMapping
    @Operation(
            summary = "Registers an address that is told what happens",
            description =
                    "The address must be one that an operator allowed. The secret is chosen by the"
                            + " receiver; it is kept encrypted and never shown.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    ResponseEntity<?> register(
            Caller caller, IdempotencyKey key, @RequestBody @Valid RegisterRequest request) {
        caller.require(Role.PLATFORM_OPERATOR, Role.DEPARTMENT_SYSTEM);
        String asked = request.region();
        if (asked != null && !RegionCode.isValid(asked)) {
            return problems.unprocessable(
                    List.of(Objection.of("region-invalid", asked).at("/region")));
        }
        RegionCode region = asked == null ? caller.region() : new RegionCode(asked);
        if (region == null) {
            return problems.unprocessable(
                    List.of(Objection.of("webhook-region-missing").at("/region")));
        }
        String department = department(caller, region, request.department());
        RegisterWebhook.Draft draft =
                new RegisterWebhook.Draft(
                        request.name(),
                        region,
                        department,
                        request.url(),
                        Objects.requireNonNullElse(request.mode(), Webhook.Mode.BINARY),
                        Objects.requireNonNullElse(request.types(), List.of()),
                        request.keyId(),
                        request.secret(),
                        request.from());
        return posts.once(
                caller,
                key,
                "POST /subscriptions",
                request,
                () ->
                        answer(
                                HttpStatus.CREATED,
                                registerWebhook.register(
                                        draft, SubscriptionReach.actor(caller), time.instant()),
                                problems,
                                views));
    }

    /** An operator's word within the operator's region; a system is its own department's only. */
    private static @Nullable String department(
            Caller caller, RegionCode region, @Nullable String asked) {
        RegionCode own = caller.region();
        if (caller.has(Role.PLATFORM_OPERATOR)) {
            if (own != null && !own.contains(region)) throw new NotFound("region", region.value());
            return asked;
        }
        String department = caller.department();
        boolean known = own != null && department != null && own.equals(region);
        if (!known || (asked != null && !asked.equals(department))) {
            throw new NotFound("department", String.valueOf(asked));
        }
        return department;
    }

    static ResponseEntity<?> answer(
            HttpStatus success, WebhookOutcome outcome, Problems problems, Views views) {
        return switch (outcome) {
            case WebhookOutcome.Saved(var webhook) ->
                    ResponseEntity.status(success)
                            .eTag(Versions.etag(webhook.chain().sequence()))
                            .location(URI.create("/api/v1/subscriptions/" + webhook.id()))
                            .body(views.subscription(webhook));
            case WebhookOutcome.Objected(var objections) -> problems.unprocessable(objections);
        };
    }
}

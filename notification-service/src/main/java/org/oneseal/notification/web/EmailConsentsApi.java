package org.oneseal.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.mail.EmailConsent;
import org.oneseal.notification.mail.EmailConsents;
import org.oneseal.notification.mail.KeepEmailConsent;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own wish to have messages by e-mail. */
@RestController
@RequestMapping("/api/v1/email-consents/mine")
@Tag(name = "email-consents")
class EmailConsentsApi {

    private final EmailConsents consents;
    private final KeepEmailConsent keepConsent;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    EmailConsentsApi(
            EmailConsents consents,
            KeepEmailConsent keepConsent,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.consents = consents;
        this.keepConsent = keepConsent;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * An address.
     *
     * @param language zh-CN or en; null for zh-CN
     */
    record AddressRequest(@NotNull String address, @Nullable String language) {}

    record CodeRequest(@NotNull String code) {}

    /**
     * What was agreed.
     *
     * @param address masked
     */
    record ConsentView(
            String state,
            String address,
            String language,
            Instant requestedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant withdrawnAt) {

        static ConsentView of(EmailConsent consent) {
            return new ConsentView(
                    consent.state().name(),
                    consent.mask(),
                    consent.language(),
                    consent.requestedAt(),
                    consent.confirmedAt(),
                    consent.withdrawnAt());
        }
    }

    @GetMapping
    ConsentView mine(Caller caller) {
        return consents.of(party(caller))
                .map(ConsentView::of)
                .orElseThrow(() -> new NotFound("e-mail consent", "mine"));
    }

    @PostMapping
    @Operation(summary = "Asks for messages by e-mail; a code is sent to the address")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    ResponseEntity<?> request(
            Caller caller, IdempotencyKey key, @RequestBody @Valid AddressRequest request) {
        String language = Objects.requireNonNullElse(request.language(), "zh-CN");
        return once(
                caller,
                key,
                "",
                request,
                party -> keepConsent.request(party, request.address(), language, time.instant()));
    }

    @PostMapping("/confirm")
    @Operation(summary = "Gives the code back: the address is the person's own")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    ResponseEntity<?> confirm(
            Caller caller, IdempotencyKey key, @RequestBody @Valid CodeRequest request) {
        return once(
                caller,
                key,
                "/confirm",
                request,
                party -> keepConsent.confirm(party, request.code(), time.instant()));
    }

    @PostMapping("/withdraw")
    @Operation(summary = "No more e-mail; the address is forgotten")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    ResponseEntity<?> withdraw(Caller caller, IdempotencyKey key) {
        return once(
                caller, key, "/withdraw", "", party -> keepConsent.withdraw(party, time.instant()));
    }

    private ResponseEntity<?> once(
            Caller caller,
            IdempotencyKey key,
            String verb,
            Object body,
            Function<String, KeepEmailConsent.Outcome> action) {
        String party = party(caller);
        return posts.once(
                caller,
                key,
                "POST /email-consents/mine" + verb,
                body,
                () ->
                        switch (action.apply(party)) {
                            case KeepEmailConsent.Outcome.Kept(var consent) ->
                                    ResponseEntity.ok(ConsentView.of(consent));
                            case KeepEmailConsent.Outcome.Objected(var objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /** Only for oneself: the token says who. */
    private static String party(Caller caller) {
        caller.require(Role.APPLICANT);
        String party = caller.party();
        if (party == null) throw new NotFound("party", caller.subject());
        return party;
    }
}

package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.web.CaseBodies.SubmissionRequest;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application comes in (申办). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class FilingApi {

    private final Reaches reaches;
    private final IdempotentPosts posts;
    private final Filer filer;
    private final InstantSource time;

    FilingApi(Reaches reaches, IdempotentPosts posts, Filer filer, InstantSource time) {
        this.reaches = reaches;
        this.posts = posts;
        this.filer = filer;
        this.time = time;
    }

    @PostMapping
    @Operation(summary = "Submit an application")
    ResponseEntity<?> submit(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestBody @Valid SubmissionRequest body) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Reach reach = reaches.of(caller, onBehalfOf);
        Instant now = time.instant();
        Optional<ItemVersion> item = filer.item(body.itemCode(), token, now);
        return posts.once(
                caller,
                key,
                "POST /cases" + (reach.actingFor() ? " for " + reach.party() : ""),
                body,
                () -> filer.file(reach, item, body, null, now));
    }
}

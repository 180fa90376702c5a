package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import org.oneseal.cases.exchange.FeedBooks;
import org.oneseal.cases.exchange.SettleExchange;
import org.oneseal.cases.exchange.SettleExchange.Settlement;
import org.oneseal.cases.exchange.Source;
import org.oneseal.cases.web.ExchangeBodies.ConflictView;
import org.oneseal.cases.web.ExchangeBodies.DismissalRequest;
import org.oneseal.cases.web.ExchangeBodies.DismissalView;
import org.oneseal.cases.web.ExchangeBodies.SettlementRequest;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people say of contradictions and refused messages. A source's own account settles nothing:
 * it is a party to the contradiction.
 */
@RestController
@RequestMapping("/api/v1/exchange")
@Tag(name = "exchange")
class SettlementsApi {

    private final ExchangeReach reach;
    private final SettleExchange settleExchange;
    private final FeedBooks books;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final ExchangeAnswers answers;
    private final InstantSource time;

    SettlementsApi(
            ExchangeReach reach,
            SettleExchange settleExchange,
            FeedBooks books,
            IdempotentPosts posts,
            Problems problems,
            ExchangeAnswers answers,
            InstantSource time) {
        this.reach = reach;
        this.settleExchange = settleExchange;
        this.books = books;
        this.posts = posts;
        this.problems = problems;
        this.answers = answers;
        this.time = time;
    }

    @PostMapping("/conflicts/{id}/settlement")
    @Operation(summary = "Settle a contradiction: what is recorded stands, or nothing follows")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ConflictView.class)))
    ResponseEntity<?> settle(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody @Valid SettlementRequest body) {
        caller.require(Role.PLATFORM_OPERATOR);
        return posts.once(
                caller,
                key,
                "POST /exchange/conflicts/" + id + "/settlement",
                body,
                () -> settled(caller, id, body));
    }

    private ResponseEntity<?> settled(Caller caller, String id, SettlementRequest body) {
        var conflict = books.lockConflict(id).orElseThrow(() -> new NotFound("conflict", id));
        Source source = reach.one(caller, conflict.row().source()).value();
        Settlement settlement =
                settleExchange.settle(
                        source,
                        conflict,
                        body.ruling(),
                        body.reason(),
                        Actor.of(caller, Role.PLATFORM_OPERATOR),
                        time.instant());
        return switch (settlement) {
            case Settlement.Settled(var how) ->
                    ResponseEntity.ok(answers.conflict(conflict.row().settled(how)));
            case Settlement.Already(var objections) -> problems.conflict(objections);
        };
    }

    @PostMapping("/rejections/{id}/dismissal")
    @Operation(summary = "Close a refused message that never will be taken")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DismissalView.class)))
    ResponseEntity<?> dismiss(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody @Valid DismissalRequest body) {
        caller.require(Role.PLATFORM_OPERATOR);
        return posts.once(
                caller,
                key,
                "POST /exchange/rejections/" + id + "/dismissal",
                body,
                () -> {
                    var rejection =
                            books.lockRejection(id)
                                    .orElseThrow(() -> new NotFound("rejection", id));
                    Source source = reach.one(caller, rejection.source()).value();
                    var how =
                            settleExchange.dismiss(
                                    source,
                                    rejection,
                                    body.reason(),
                                    Actor.of(caller, Role.PLATFORM_OPERATOR),
                                    time.instant());
                    return ResponseEntity.ok(new DismissalView(id, source.code(), how));
                });
    }
}

package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.powers.PowerOutcome;
import org.oneseal.catalog.powers.PublishPower;
import org.oneseal.catalog.powers.ReviewPower;
import org.oneseal.catalog.powers.StopPower;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A power's versions are reviewed and begin; it pauses and ends. */
@RestController
@RequestMapping("/api/v1/powers/{code}")
class PowerLifecycleApi {

    private final PowerAnswers powers;
    private final ReviewPower review;
    private final PublishPower publish;
    private final StopPower stop;
    private final IdempotentPosts posts;
    private final InstantSource time;

    PowerLifecycleApi(
            PowerAnswers powers,
            ReviewPower review,
            PublishPower publish,
            StopPower stop,
            IdempotentPosts posts,
            InstantSource time) {
        this.powers = powers;
        this.review = review;
        this.publish = publish;
        this.stop = stop;
        this.posts = posts;
        this.time = time;
    }

    /** Passes the draft for publication, or sends it back. */
    @PostMapping("/draft/review")
    ResponseEntity<?> review(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody ReviewRequest body) {
        Instant now = time.instant();
        return new Act(caller, key, version, code)
                .once(
                        "draft/review",
                        body,
                        200,
                        actor ->
                                review.review(
                                        code,
                                        version.value(),
                                        body.passed(),
                                        body.reason(),
                                        actor,
                                        now));
    }

    /** Publishes the draft as the next version, today or from a planned day on. */
    @PostMapping("/versions")
    ResponseEntity<?> publish(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody PublicationRequest body) {
        Instant now = time.instant();
        LocalDate from = body.from(now);
        return new Act(caller, key, version, code)
                .once(
                        "versions",
                        body,
                        201,
                        actor -> publish.publish(code, version.value(), from, actor, now));
    }

    /** It is not exercised for a while; it stays in the list, as suspended. */
    @PostMapping("/suspension")
    ResponseEntity<?> suspend(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody SuspensionRequest body) {
        Instant now = time.instant();
        return new Act(caller, key, version, code)
                .once(
                        "suspension",
                        body,
                        200,
                        actor -> stop.suspend(code, version.value(), body.reason(), actor, now));
    }

    /** It is exercised again. */
    @DeleteMapping("/suspension")
    ResponseEntity<?> resume(Caller caller, ExpectedVersion version, @PathVariable String code) {
        powers.editable(caller, code);
        return powers.answer(
                caller,
                200,
                stop.resume(code, version.value(), Editing.actor(caller), time.instant()));
    }

    /** Ends it for ever, today or from a planned day on. */
    @PostMapping("/cancellation")
    ResponseEntity<?> cancel(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody CancellationRequest body) {
        Instant now = time.instant();
        LocalDate from = Objects.requireNonNullElse(body.from(), ItemDesk.today(now));
        return new Act(caller, key, version, code)
                .once(
                        "cancellation",
                        body,
                        200,
                        actor ->
                                stop.cancel(
                                        code, version.value(), from, body.reason(), actor, now));
    }

    /** What an editor does to a power at a version, once a key. */
    private final class Act {

        private final Caller caller;
        private final IdempotencyKey key;
        private final ExpectedVersion version;
        private final String code;

        Act(Caller caller, IdempotencyKey key, ExpectedVersion version, String code) {
            this.caller = caller;
            this.key = key;
            this.version = version;
            this.code = code;
        }

        ResponseEntity<?> once(
                String what, Object body, int status, Function<Actor, PowerOutcome> act) {
            powers.editable(caller, code);
            return posts.once(
                    caller,
                    key,
                    "POST /powers/" + code + "/" + what,
                    version,
                    body,
                    () -> powers.answer(caller, status, act.apply(Editing.actor(caller))));
        }
    }
}

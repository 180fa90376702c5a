package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import org.oneseal.catalog.web.DraftedAnswers.Posted;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * The routes by which what is published pauses and ends, besides those by which it is published:
 * the same for items and for powers.
 *
 * @param <O> what becomes of something that is to be done
 */
abstract class LifecycleApi<O> extends PublishingApi<O> {

    private final DraftedAnswers<?, O> things;
    private final Suspending<O> suspending;
    private final Resuming<O> resuming;
    private final Cancelling<O> cancelling;

    LifecycleApi(
            DraftedAnswers<?, O> things,
            Reviewing<O> reviewing,
            Publishing<O> publishing,
            Suspending<O> suspending,
            Resuming<O> resuming,
            Cancelling<O> cancelling) {
        super(things, reviewing, publishing);
        this.things = things;
        this.suspending = suspending;
        this.resuming = resuming;
        this.cancelling = cancelling;
    }

    /** The use case that suspends. */
    @FunctionalInterface
    interface Suspending<O> {

        O suspend(String code, long expected, String reason, Actor actor, Instant now);
    }

    /** The use case that ends a suspension. */
    @FunctionalInterface
    interface Resuming<O> {

        O resume(String code, long expected, Actor actor, Instant now);
    }

    /** The use case that cancels. */
    @FunctionalInterface
    interface Cancelling<O> {

        O cancel(
                String code,
                long expected,
                LocalDate from,
                String reason,
                Actor actor,
                Instant now);
    }

    /** It pauses: an item takes no cases, a power is not exercised. */
    @PostMapping("/suspension")
    ResponseEntity<?> suspend(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody SuspensionRequest body) {
        return things.once(
                new Posted(caller, key, version, code, "suspension", body),
                200,
                (actor, now) ->
                        suspending.suspend(code, version.value(), body.reason(), actor, now));
    }

    /** It goes on. */
    @DeleteMapping("/suspension")
    ResponseEntity<?> resume(Caller caller, ExpectedVersion version, @PathVariable String code) {
        return things.change(
                caller, code, (actor, now) -> resuming.resume(code, version.value(), actor, now));
    }

    /** Ends it for ever, today or from a planned day on. */
    @PostMapping("/cancellation")
    ResponseEntity<?> cancel(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody CancellationRequest body) {
        return things.once(
                new Posted(caller, key, version, code, "cancellation", body),
                200,
                (actor, now) ->
                        cancelling.cancel(
                                code, version.value(), body.from(now), body.reason(), actor, now));
    }
}

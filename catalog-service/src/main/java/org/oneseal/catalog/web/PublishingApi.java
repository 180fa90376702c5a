package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.web.DraftedAnswers.Posted;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * The routes by which a draft is reviewed and becomes the next version, the same for whatever is
 * drafted. A kind's controller extends it and names the kind's use cases.
 *
 * @param <O> what becomes of something that is to be done
 */
abstract class PublishingApi<O> {

    private final DraftedAnswers<?, O> things;
    private final Reviewing<O> reviewing;
    private final Publishing<O> publishing;

    PublishingApi(DraftedAnswers<?, O> things, Reviewing<O> reviewing, Publishing<O> publishing) {
        this.things = things;
        this.reviewing = reviewing;
        this.publishing = publishing;
    }

    /** The use case that reviews. */
    @FunctionalInterface
    interface Reviewing<O> {

        O review(
                String code,
                long expected,
                boolean passed,
                @Nullable String reason,
                Actor actor,
                Instant now);
    }

    /** The use case that publishes. */
    @FunctionalInterface
    interface Publishing<O> {

        O publish(String code, long expected, LocalDate from, Actor actor, Instant now);
    }

    /** Passes the draft for publication, or sends it back. */
    @PostMapping("/draft/review")
    ResponseEntity<?> review(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody ReviewRequest body) {
        return things.once(
                new Posted(caller, key, version, code, "draft/review", body),
                200,
                (actor, now) ->
                        reviewing.review(
                                code, version.value(), body.passed(), body.reason(), actor, now));
    }

    /** Publishes the draft as the next version, today or from a planned day on. */
    @PostMapping("/versions")
    ResponseEntity<?> publish(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody PublicationRequest body) {
        return things.once(
                new Posted(caller, key, version, code, "versions", body),
                201,
                (actor, now) ->
                        publishing.publish(code, version.value(), body.from(now), actor, now));
    }
}

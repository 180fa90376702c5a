package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * The routes by which a draft is replaced, thrown away and tried, the same for whatever is drafted.
 * A kind's controller extends it and names the kind's use cases.
 *
 * @param <B> what a draft says, as it is sent
 * @param <O> what becomes of something that is to be done
 */
abstract class DraftsApi<B, O> {

    private final DraftedAnswers<?, O> things;
    private final Changing<B, O> changing;
    private final Discarding<O> discarding;
    private final Trying trying;
    private final InstantSource time;

    DraftsApi(
            DraftedAnswers<?, O> things,
            Changing<B, O> changing,
            Discarding<O> discarding,
            Trying trying,
            InstantSource time) {
        this.things = things;
        this.changing = changing;
        this.discarding = discarding;
        this.trying = trying;
        this.time = time;
    }

    /** The use case that replaces a draft. */
    @FunctionalInterface
    interface Changing<B, O> {

        O change(String code, long expected, B body, Actor actor, Instant now);
    }

    /** The use case that throws a draft away. */
    @FunctionalInterface
    interface Discarding<O> {

        O discard(String code, long expected, Actor actor, Instant now);
    }

    /** What publishing a draft would come to. */
    @FunctionalInterface
    interface Trying {

        CheckView check(String code, Instant now);
    }

    /** Replaces the draft. */
    @PutMapping("/{code}/draft")
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody B body) {
        return things.change(
                caller,
                code,
                (actor, now) -> changing.change(code, version.value(), body, actor, now));
    }

    /** Throws the draft away; its history keeps that there was one. */
    @DeleteMapping("/{code}/draft")
    ResponseEntity<?> discard(Caller caller, ExpectedVersion version, @PathVariable String code) {
        return things.change(
                caller,
                code,
                (actor, now) -> discarding.discard(code, version.value(), actor, now));
    }

    /** What publishing the draft today would answer; nothing changes. */
    @GetMapping("/{code}/draft/check")
    CheckView check(Caller caller, @PathVariable String code) {
        things.editable(caller, code);
        return trying.check(code, time.instant());
    }
}

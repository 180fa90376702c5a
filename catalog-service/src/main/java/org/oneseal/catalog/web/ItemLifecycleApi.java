package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.lifecycle.CancelItem;
import org.oneseal.catalog.lifecycle.ResumeItem;
import org.oneseal.catalog.lifecycle.SuspendItem;
import org.oneseal.catalog.publishing.PublishItem;
import org.oneseal.catalog.publishing.ReviewDraft;
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

/** An item's versions are reviewed, begin, pause and end. */
@RestController
@RequestMapping("/api/v1/items/{code}")
class ItemLifecycleApi {

    private final ItemAnswers items;
    private final ReviewDraft review;
    private final PublishItem publish;
    private final SuspendItem suspend;
    private final ResumeItem resume;
    private final CancelItem cancel;
    private final IdempotentPosts posts;
    private final InstantSource time;

    ItemLifecycleApi(
            ItemAnswers items,
            ReviewDraft review,
            PublishItem publish,
            SuspendItem suspend,
            ResumeItem resume,
            CancelItem cancel,
            IdempotentPosts posts,
            InstantSource time) {
        this.items = items;
        this.review = review;
        this.publish = publish;
        this.suspend = suspend;
        this.resume = resume;
        this.cancel = cancel;
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

    /** Publishes the draft as the next version. */
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

    /** Stops intake for a while. */
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
                        actor -> suspend.suspend(code, version.value(), body.reason(), actor, now));
    }

    /** Takes cases again. */
    @DeleteMapping("/suspension")
    ResponseEntity<?> resume(Caller caller, ExpectedVersion version, @PathVariable String code) {
        items.editable(caller, code);
        return items.answer(
                caller,
                200,
                resume.resume(code, version.value(), Editing.actor(caller), time.instant()));
    }

    /** Ends intake for ever, today or from a planned day on. */
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
                                cancel.cancel(
                                        code, version.value(), from, body.reason(), actor, now));
    }

    /** What an editor does to an item at a version, once a key. */
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
                String what, Object body, int status, Function<Actor, ItemOutcome> act) {
            items.editable(caller, code);
            return posts.once(
                    caller,
                    key,
                    "POST /items/" + code + "/" + what,
                    version,
                    body,
                    () -> items.answer(caller, status, act.apply(Editing.actor(caller))));
        }
    }
}

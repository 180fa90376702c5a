package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.oneseal.catalog.packages.PublishPackage;
import org.oneseal.catalog.packages.ReviewPackage;
import org.oneseal.catalog.packages.WithdrawPackage;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A package's versions are reviewed and begin, and it ends. */
@RestController
@RequestMapping("/api/v1/packages/{code}")
class PackageLifecycleApi {

    private final PackageAnswers packages;
    private final ReviewPackage review;
    private final PublishPackage publish;
    private final WithdrawPackage withdraw;
    private final IdempotentPosts posts;
    private final InstantSource time;

    PackageLifecycleApi(
            PackageAnswers packages,
            ReviewPackage review,
            PublishPackage publish,
            WithdrawPackage withdraw,
            IdempotentPosts posts,
            InstantSource time) {
        this.packages = packages;
        this.review = review;
        this.publish = publish;
        this.withdraw = withdraw;
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
        packages.editable(caller, code);
        return posts.once(
                caller,
                key,
                "POST /packages/" + code + "/draft/review",
                version,
                body,
                () ->
                        packages.answer(
                                caller,
                                200,
                                review.review(
                                        code,
                                        version.value(),
                                        body.passed(),
                                        body.reason(),
                                        Editing.actor(caller),
                                        time.instant())));
    }

    /** Publishes the draft as the next version, today or from a planned day on. */
    @PostMapping("/versions")
    ResponseEntity<?> publish(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody PublicationRequest body) {
        packages.editable(caller, code);
        Instant now = time.instant();
        LocalDate from = body.from(now);
        return posts.once(
                caller,
                key,
                "POST /packages/" + code + "/versions",
                version,
                body,
                () ->
                        packages.answer(
                                caller,
                                201,
                                publish.publish(
                                        code, version.value(), from, Editing.actor(caller), now)));
    }

    /** Ends the package for ever; its items can still be applied for one by one. */
    @PostMapping("/withdrawal")
    ResponseEntity<?> withdraw(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody SuspensionRequest body) {
        packages.editable(caller, code);
        return posts.once(
                caller,
                key,
                "POST /packages/" + code + "/withdrawal",
                version,
                body,
                () ->
                        packages.answer(
                                caller,
                                200,
                                withdraw.withdraw(
                                        code,
                                        version.value(),
                                        body.reason(),
                                        Editing.actor(caller),
                                        time.instant())));
    }
}

package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.filing.FilingNotes;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.web.CaseBodies.SubmissionRequest;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Forbidden;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Unavailable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Many applications in one hand-in (批量收件). Each is filed whole or not at all and has its own
 * result; sent again with its key, what was filed is not filed twice and the rest is tried anew.
 */
@RestController
@RequestMapping("/api/v1/cases/batches")
@Tag(name = "batches")
class BatchesApi {

    private static final int MOST = 200;

    private final Reaches reaches;
    private final Filer filer;
    private final FilingNotes notes;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Json json;
    private final InstantSource time;

    BatchesApi(
            Reaches reaches,
            Filer filer,
            FilingNotes notes,
            IdempotentPosts posts,
            Problems problems,
            Json json,
            InstantSource time) {
        this.reaches = reaches;
        this.filer = filer;
        this.notes = notes;
        this.posts = posts;
        this.problems = problems;
        this.json = json;
        this.time = time;
    }

    /** Applications, each naming its party. */
    record BatchRequest(
            @NotEmpty @Size(max = MOST) List<@Valid @NotNull SubmissionRequest> applications) {}

    /**
     * @param index of the application, from 0
     */
    record EntryView(
            int index,
            boolean filed,
            @Nullable String caseId,
            @Nullable String caseNumber,
            @Nullable JsonNode objections) {}

    record BatchView(String id, int filed, int objected, List<EntryView> entries) {

        static BatchView of(String id, List<EntryView> entries) {
            int filed = (int) entries.stream().filter(EntryView::filed).count();
            return new BatchView(id, filed, entries.size() - filed, entries);
        }
    }

    @PostMapping
    @Operation(summary = "Hand in up to 200 applications at once; each has its own result")
    ResponseEntity<?> file(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            IdempotencyKey key,
            @RequestBody @Valid BatchRequest body) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Instant now = time.instant();
        // The same hand-in has the same id, so that what was filed before an interruption is its.
        String id =
                Digest.of(
                                "SM3",
                                (caller.subject() + "/" + key.value())
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, 32);
        List<EntryView> entries = new ArrayList<>();
        for (int i = 0; i < body.applications().size(); i++) {
            entries.add(entry(caller, token, key, id, i, body.applications().get(i), now));
        }
        var view = BatchView.of(id, entries);
        return posts.once(
                caller,
                key,
                "POST /cases/batches",
                body,
                () -> {
                    notes.addBatch(id, caller.subject(), now, json.write(view));
                    return ResponseEntity.created(URI.create("/api/v1/cases/batches/" + id))
                            .body(view);
                });
    }

    @GetMapping("/{id}")
    @Operation(summary = "What came of a hand-in")
    BatchView read(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return notes.batch(id, caller.subject())
                .map(results -> json.read(results, BatchView.class))
                .orElseThrow(() -> new NotFound("batch", id));
    }

    private EntryView entry(
            Caller caller,
            Jwt token,
            IdempotencyKey key,
            String batch,
            int index,
            SubmissionRequest application,
            Instant now) {
        var answer = answer(caller, token, key, batch, index, application, now);
        JsonNode told = json.mapper().valueToTree(answer.getBody());
        return answer.getStatusCode().is2xxSuccessful()
                ? new EntryView(
                        index,
                        true,
                        told.path("id").asString(),
                        told.path("caseNumber").asString(),
                        null)
                : new EntryView(index, false, null, null, objections(told));
    }

    /** A problem detail keeps what is its own beside or under its properties. */
    private static JsonNode objections(JsonNode told) {
        JsonNode beside = told.path("objections");
        return beside.isMissingNode() ? told.path("properties").path("objections") : beside;
    }

    private ResponseEntity<?> answer(
            Caller caller,
            Jwt token,
            IdempotencyKey key,
            String batch,
            int index,
            SubmissionRequest application,
            Instant now) {
        Reach reach;
        try {
            reach = reach(caller, application.party());
        } catch (Forbidden e) {
            return problems.forbidden(List.of(Objection.of("mandate-missing").at("/party")));
        }
        Optional<ItemVersion> item;
        try {
            item = filer.item(application.itemCode(), token, now);
        } catch (Unavailable e) {
            return problems.answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    List.of(Objection.of("unavailable").at("/itemCode")));
        }
        return posts.once(
                caller,
                new IdempotencyKey(key.value() + "." + index),
                "POST /cases/batches " + index,
                application,
                () -> filer.file(reach, item, application, batch, now));
    }

    /** A clerk takes in for anybody; others for themselves and for who has mandated them. */
    private Reach reach(Caller caller, @Nullable String party) {
        Reach own = reaches.of(caller, null);
        return own.staff() ? own : reaches.of(caller, party);
    }
}

package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.filing.Draft;
import org.oneseal.cases.filing.Drafts;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.web.CaseBodies.Sent;
import org.oneseal.cases.web.CaseBodies.SubmissionRequest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Applications that were begun and are not handed in yet (草稿). */
@RestController
@RequestMapping("/api/v1/cases/drafts")
@Tag(name = "drafts")
class DraftsApi {

    private final Reaches reaches;
    private final Drafts drafts;
    private final Filer filer;
    private final IdempotentPosts posts;
    private final Ids ids;
    private final Json json;
    private final InstantSource time;

    DraftsApi(
            Reaches reaches,
            Drafts drafts,
            Filer filer,
            IdempotentPosts posts,
            Ids ids,
            Json json,
            InstantSource time) {
        this.reaches = reaches;
        this.drafts = drafts;
        this.filer = filer;
        this.posts = posts;
        this.ids = ids;
        this.json = json;
        this.time = time;
    }

    record DraftRow(String id, String itemCode, Instant begunAt, Instant changedAt, long version) {}

    record BegunView(
            String id,
            SubmissionRequest application,
            Instant begunAt,
            Instant changedAt,
            long version) {}

    @PostMapping
    @Operation(summary = "Begin an application")
    ResponseEntity<?> begin(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestBody @Valid SubmissionRequest body) {
        String owner = owner(reach(caller, onBehalfOf));
        return posts.once(
                caller,
                key,
                "POST /cases/drafts for " + owner,
                body,
                () -> {
                    Instant now = time.instant();
                    var draft =
                            new Draft(
                                    ids.next(),
                                    owner,
                                    body.itemCode(),
                                    json.write(body),
                                    1,
                                    now,
                                    now);
                    drafts.add(draft);
                    return ResponseEntity.created(URI.create("/api/v1/cases/drafts/" + draft.id()))
                            .eTag(Versions.etag(1))
                            .body(view(draft));
                });
    }

    @GetMapping
    @Operation(summary = "One's own drafts, last changed first")
    List<DraftRow> list(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf) {
        return drafts.of(owner(reach(caller, onBehalfOf))).stream()
                .map(
                        d ->
                                new DraftRow(
                                        d.id(),
                                        d.itemCode(),
                                        d.begunAt(),
                                        d.changedAt(),
                                        d.version()))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "A draft, to go on with it")
    ResponseEntity<BegunView> read(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Draft draft = find(reach(caller, onBehalfOf), id);
        return ResponseEntity.ok().eTag(Versions.etag(draft.version())).body(view(draft));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Keep what is filled in so far")
    ResponseEntity<BegunView> change(
            @Parameter(hidden = true) Caller caller,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid SubmissionRequest body) {
        Draft draft = current(reach(caller, onBehalfOf), id, version);
        Draft changed = drafts.change(draft, body.itemCode(), json.write(body), time.instant());
        return ResponseEntity.ok().eTag(Versions.etag(changed.version())).body(view(changed));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Give a draft up")
    ResponseEntity<Void> remove(
            @Parameter(hidden = true) Caller caller,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Draft draft = current(reach(caller, onBehalfOf), id, version);
        if (!drafts.remove(draft)) throw new StaleVersion(id, version.value());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/submission")
    @Operation(summary = "Hand a draft in; where something speaks against it, it stays a draft")
    ResponseEntity<?> submit(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            IdempotencyKey key,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reach(caller, onBehalfOf);
        Instant now = time.instant();
        Optional<ItemVersion> item =
                drafts.find(id, owner(reach)).flatMap(d -> filer.item(d.itemCode(), token, now));
        return posts.once(
                caller,
                key,
                "POST /cases/drafts/" + id + "/submission",
                new Sent(version.value(), id),
                () -> {
                    Draft draft = current(reach, id, version);
                    var body = json.read(draft.body(), SubmissionRequest.class);
                    var answer = filer.file(reach, item, body, null, now);
                    if (answer.getStatusCode().is2xxSuccessful() && !drafts.remove(draft)) {
                        throw new StaleVersion(id, version.value());
                    }
                    return answer;
                });
    }

    private Reach reach(Caller caller, @Nullable String onBehalfOf) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        return reaches.of(caller, onBehalfOf);
    }

    /** The party; a clerk's drafts are the clerk's own. */
    private static String owner(Reach reach) {
        return reach.staff() ? "clerk:" + reach.caller().subject() : "party:" + reach.party();
    }

    private Draft find(Reach reach, String id) {
        return drafts.find(id, owner(reach)).orElseThrow(() -> new NotFound("draft", id));
    }

    private Draft current(Reach reach, String id, ExpectedVersion version) {
        Draft draft = find(reach, id);
        if (draft.version() != version.value()) throw new StaleVersion(id, version.value());
        return draft;
    }

    private BegunView view(Draft d) {
        return new BegunView(
                d.id(),
                json.read(d.body(), SubmissionRequest.class),
                d.begunAt(),
                d.changedAt(),
                d.version());
    }
}

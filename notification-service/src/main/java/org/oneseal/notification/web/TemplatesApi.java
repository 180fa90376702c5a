package org.oneseal.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.oneseal.notification.inbox.MessageKind;
import org.oneseal.notification.inbox.SaveTemplate;
import org.oneseal.notification.inbox.Template;
import org.oneseal.notification.inbox.Templates;
import org.oneseal.notification.inbox.Text;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Templates, for platform operators of a region or of the whole. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplatesApi {

    private final Templates templates;
    private final SaveTemplate saveTemplate;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Views views;
    private final InstantSource time;

    TemplatesApi(
            Templates templates,
            SaveTemplate saveTemplate,
            IdempotentPosts posts,
            Problems problems,
            Views views,
            InstantSource time) {
        this.templates = templates;
        this.saveTemplate = saveTemplate;
        this.posts = posts;
        this.problems = problems;
        this.views = views;
        this.time = time;
    }

    @GetMapping
    Page<TemplateView> list(Caller caller, PageRequest page) {
        caller.require(Role.PLATFORM_OPERATOR, Role.AUDITOR);
        return templates.visibleIn(Scope.of(caller), page).map(views::template);
    }

    @GetMapping("/{id}")
    ResponseEntity<TemplateView> one(Caller caller, @PathVariable String id) {
        caller.require(Role.PLATFORM_OPERATOR, Role.AUDITOR);
        return templates
                .byId(id, Scope.of(caller))
                .map(template -> shown(HttpStatus.OK, template))
                .orElseThrow(() -> new NotFound("template", id));
    }

    @PostMapping
    @Operation(summary = "Words that are published at once")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<?> save(
            Caller caller, IdempotencyKey key, @RequestBody @Valid TemplateRequest request) {
        return create(caller, key, "POST /templates", request, saveTemplate::save);
    }

    @PostMapping("/drafts")
    @Operation(summary = "Words that are kept until they are published")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<?> draft(
            Caller caller, IdempotencyKey key, @RequestBody @Valid TemplateRequest request) {
        return create(caller, key, "POST /templates/drafts", request, saveTemplate::draft);
    }

    @PostMapping("/{id}/draft")
    @Operation(summary = "A draft says something else")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<?> redraft(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid TemplateRequest request) {
        caller.require(Role.PLATFORM_OPERATOR);
        List<Objection> objections = objections(request);
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        return posts.once(
                caller,
                key,
                "POST /templates/" + id + "/draft",
                List.of(version, request),
                () ->
                        answer(
                                HttpStatus.OK,
                                saveTemplate.redraft(
                                        id,
                                        version.value(),
                                        words(request),
                                        Scope.of(caller),
                                        actor(caller),
                                        time.instant())));
    }

    @PostMapping("/{id}/publish")
    @Operation(summary = "A draft is used from its time on")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<?> publish(
            Caller caller, IdempotencyKey key, ExpectedVersion version, @PathVariable String id) {
        return change(caller, key, version, id, "publish", saveTemplate::publish);
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Words are no longer used, or a draft is given up")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<?> end(
            Caller caller, IdempotencyKey key, ExpectedVersion version, @PathVariable String id) {
        return change(caller, key, version, id, "end", saveTemplate::end);
    }

    private interface Making {
        SaveTemplate.Outcome make(SaveTemplate.Words words, Actor actor, Instant now);
    }

    private interface Changing {
        SaveTemplate.Outcome change(String id, long version, Scope scope, Actor actor, Instant now);
    }

    private ResponseEntity<?> create(
            Caller caller,
            IdempotencyKey key,
            String operation,
            TemplateRequest request,
            Making making) {
        caller.require(Role.PLATFORM_OPERATOR);
        List<Objection> objections = objections(request);
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        RegionCode region = new RegionCode(request.region());
        RegionCode own = caller.region();
        if (own != null && !own.contains(region)) throw new NotFound("region", region.value());
        return posts.once(
                caller,
                key,
                operation,
                request,
                () ->
                        answer(
                                HttpStatus.CREATED,
                                making.make(words(request), actor(caller), time.instant())));
    }

    private ResponseEntity<?> change(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            String id,
            String verb,
            Changing changing) {
        caller.require(Role.PLATFORM_OPERATOR);
        return posts.once(
                caller,
                key,
                "POST /templates/" + id + "/" + verb,
                version,
                () ->
                        answer(
                                HttpStatus.OK,
                                changing.change(
                                        id,
                                        version.value(),
                                        Scope.of(caller),
                                        actor(caller),
                                        time.instant())));
    }

    private static List<Objection> objections(TemplateRequest request) {
        List<Objection> objections = new ArrayList<>();
        if (MessageKind.of(request.kind()).isEmpty()) {
            objections.add(Objection.of("message-kind-unknown", request.kind()).at("/kind"));
        }
        if (!RegionCode.isValid(request.region())) {
            objections.add(Objection.of("region-invalid", request.region()).at("/region"));
        }
        return objections;
    }

    private static SaveTemplate.Words words(TemplateRequest request) {
        return new SaveTemplate.Words(
                MessageKind.of(request.kind()).orElseThrow(),
                new RegionCode(request.region()),
                request.effectiveFrom(),
                request.effectiveTo(),
                new Text(request.titleZh(), request.bodyZh()),
                new Text(request.titleEn(), request.bodyEn()));
    }

    private ResponseEntity<?> answer(HttpStatus success, SaveTemplate.Outcome outcome) {
        return switch (outcome) {
            case SaveTemplate.Outcome.Saved(var template) -> shown(success, template);
            case SaveTemplate.Outcome.Objected(var objections) ->
                    problems.unprocessable(objections);
        };
    }

    private ResponseEntity<TemplateView> shown(HttpStatus status, Template template) {
        return ResponseEntity.status(status)
                .eTag(Versions.etag(template.chain().sequence()))
                .location(URI.create("/api/v1/templates/" + template.id()))
                .body(views.template(template));
    }

    private static Actor actor(Caller caller) {
        return Actor.person(
                caller.subject(),
                Role.PLATFORM_OPERATOR.realmName(),
                caller.department(),
                caller.party(),
                caller.client());
    }
}

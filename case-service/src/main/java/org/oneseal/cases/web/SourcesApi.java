package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.RegisterSource;
import org.oneseal.cases.exchange.RegisterSource.Registration;
import org.oneseal.cases.exchange.SourceOnFile;
import org.oneseal.cases.web.ExchangeBodies.SourceRequest;
import org.oneseal.cases.web.ExchangeBodies.SourceView;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sources that feed cases (数据交换): registered by operators of the platform. */
@RestController
@RequestMapping("/api/v1/exchange/sources")
@Tag(name = "exchange")
class SourcesApi {

    private final ExchangeReach reach;
    private final RegisterSource registerSource;
    private final ExchangeViews views;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    SourcesApi(
            ExchangeReach reach,
            RegisterSource registerSource,
            ExchangeViews views,
            IdempotentPosts posts,
            Problems problems,
            PlatformTransactionManager transactions,
            InstantSource time) {
        this.reach = reach;
        this.registerSource = registerSource;
        this.views = views;
        this.posts = posts;
        this.problems = problems;
        this.transactions = new TransactionTemplate(transactions);
        this.time = time;
    }

    @PostMapping
    @Operation(summary = "Register a department's system")
    ResponseEntity<?> register(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid SourceRequest body) {
        caller.require(Role.PLATFORM_OPERATOR);
        var refused = outsideOwnRegion(caller, body);
        if (refused != null) return refused;
        return posts.once(
                caller,
                key,
                "POST /exchange/sources",
                body,
                () ->
                        answer(
                                registerSource.register(
                                        views.source(body),
                                        Actor.of(caller, Role.PLATFORM_OPERATOR),
                                        time.instant())));
    }

    @PutMapping("/{code}")
    @Operation(summary = "Change what a source may feed")
    ResponseEntity<?> change(
            @Parameter(hidden = true) Caller caller,
            ExpectedVersion version,
            @PathVariable String code,
            @RequestBody @Valid SourceRequest body) {
        caller.require(Role.PLATFORM_OPERATOR);
        var refused = outsideOwnRegion(caller, body);
        if (refused != null) return refused;
        if (!code.equals(body.code())) {
            return problems.unprocessable(List.of(Objection.of("source-code-fixed").at("/code")));
        }
        SourceOnFile before = reach.one(caller, code);
        return transactions.execute(
                _ ->
                        answer(
                                registerSource.change(
                                        before,
                                        views.source(body),
                                        version.value(),
                                        Actor.of(caller, Role.PLATFORM_OPERATOR),
                                        time.instant())));
    }

    private @Nullable ResponseEntity<?> outsideOwnRegion(Caller caller, SourceRequest body) {
        RegionCode own = caller.region();
        return !RegionCode.isValid(body.region())
                        || (own != null && !own.contains(new RegionCode(body.region())))
                ? problems.unprocessable(
                        List.of(
                                Objection.of("source-region-not-yours", body.region())
                                        .at("/region")))
                : null;
    }

    private ResponseEntity<?> answer(Registration registration) {
        return switch (registration) {
            case Registration.Registered(var file) when file.version() == 1 ->
                    ResponseEntity.created(
                                    URI.create("/api/v1/exchange/sources/" + file.value().code()))
                            .eTag(Versions.etag(file.version()))
                            .body(views.source(file));
            case Registration.Registered(var file) -> shown(file);
            case Registration.Unchanged(var file) -> shown(file);
            case Registration.Objected(var objections) -> problems.unprocessable(objections);
            case Registration.Taken(var objections) -> problems.conflict(objections);
        };
    }

    @GetMapping
    @Operation(summary = "Registered sources")
    List<SourceView> sources(@Parameter(hidden = true) Caller caller) {
        return reach.visible(caller).stream().map(views::source).toList();
    }

    @GetMapping("/{code}")
    @Operation(summary = "One source")
    ResponseEntity<?> source(@Parameter(hidden = true) Caller caller, @PathVariable String code) {
        return shown(reach.one(caller, code));
    }

    private ResponseEntity<?> shown(SourceOnFile file) {
        return ResponseEntity.ok().eTag(Versions.etag(file.version())).body(views.source(file));
    }
}

package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.assignment.ByHolder;
import org.oneseal.cases.decision.DecideCase;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.handling.Handled;
import org.oneseal.cases.intake.Accept;
import org.oneseal.cases.review.CompleteStep;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.Acts.Doing;
import org.oneseal.cases.web.BulkBodies.BulkRequest;
import org.oneseal.cases.web.BulkBodies.BulkResult;
import org.oneseal.cases.web.BulkBodies.BulkResults;
import org.oneseal.cases.web.BulkBodies.CaseAtVersion;
import org.oneseal.cases.web.HandlingBodies.AssignmentAction;
import org.oneseal.cases.web.HandlingBodies.AssignmentRequest;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same act on many cases (批量办理): each is done or not by itself, behind a savepoint of its own;
 * what was done commits together with the key.
 */
@RestController
@RequestMapping("/api/v1/cases/bulk")
@Tag(name = "handling")
class BulkApi {

    private final Acts acts;
    private final AssignmentApi assignment;
    private final HandleCase handleCase;
    private final DecideCase decideCase;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final TransactionTemplate savepoint;
    private final InstantSource time;

    BulkApi(
            Acts acts,
            AssignmentApi assignment,
            HandleCase handleCase,
            DecideCase decideCase,
            IdempotentPosts posts,
            Problems problems,
            PlatformTransactionManager transactions,
            InstantSource time) {
        this.acts = acts;
        this.assignment = assignment;
        this.handleCase = handleCase;
        this.decideCase = decideCase;
        this.posts = posts;
        this.problems = problems;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.time = time;
    }

    @PostMapping
    @Operation(summary = "Do the same to up to a hundred cases; each has its own result")
    ResponseEntity<?> bulk(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid BulkRequest body) {
        caller.require(Acts.HANDLERS.toArray(Role[]::new));
        Set<String> seen = new HashSet<>();
        List<Objection> twice = new ArrayList<>();
        for (int i = 0; i < body.cases().size(); i++) {
            String id = body.cases().get(i).id();
            if (!seen.add(id)) twice.add(Objection.of("case-twice", id).at("/cases/" + i));
        }
        if (!twice.isEmpty()) return problems.unprocessable(twice);
        Doing doing = doing(body, time.instant());
        List<Role> roles = body.action() == BulkBodies.Action.ACCEPT ? Acts.INTAKE : Acts.HANDLERS;
        return posts.once(
                caller,
                key,
                "POST /cases/bulk",
                body,
                () ->
                        ResponseEntity.ok(
                                new BulkResults(
                                        body.cases().stream()
                                                .sorted(Comparator.comparing(CaseAtVersion::id))
                                                .map(c -> one(caller, key, c, roles, doing))
                                                .toList())));
    }

    private Doing doing(BulkRequest body, Instant now) {
        return switch (body.action()) {
            case GRANT ->
                    r ->
                            decideCase.decide(
                                    r, new DecideCase.Decision(true, null, null, null, null), now);
            case ACCEPT -> command(new Accept(), now);
            case COMPLETE_STEP ->
                    command(
                            new ByHolder(
                                    new CompleteStep(
                                            Objects.requireNonNullElse(body.step(), ""),
                                            body.opinion())),
                            now);
            case CLAIM -> assigning(AssignmentAction.CLAIM, body, now);
            case ASSIGN -> assigning(AssignmentAction.ASSIGN, body, now);
            case TRANSFER -> assigning(AssignmentAction.TRANSFER, body, now);
            case RELEASE -> assigning(AssignmentAction.RELEASE, body, now);
        };
    }

    private Doing assigning(AssignmentAction action, BulkRequest body, Instant now) {
        return command(
                assignment.command(new AssignmentRequest(action, body.officer(), body.reason())),
                now);
    }

    private Doing command(CaseCommand command, Instant now) {
        return r -> handleCase.handle(r, command, now);
    }

    /**
     * Cases are locked in the order of their ids, so that two who send many never wait in a ring.
     */
    private BulkResult one(
            Caller caller,
            IdempotencyKey key,
            CaseAtVersion wanted,
            List<Role> roles,
            Doing doing) {
        var version = new ExpectedVersion(wanted.version());
        var act = new Act(caller, key, version, wanted.id(), "bulk", null);
        try {
            return Objects.requireNonNull(
                    savepoint.execute(
                            status -> {
                                Handled handled = acts.oneOfMany(act, roles, doing);
                                if (!(handled instanceof Handled.Done)) status.setRollbackOnly();
                                return result(wanted.id(), handled);
                            }));
        } catch (NotFound e) {
            return refused(
                    wanted.id(),
                    problems.answer(
                            HttpStatus.NOT_FOUND, "not-found", List.of(Objection.of("not-found"))));
        } catch (StaleVersion e) {
            return refused(
                    wanted.id(),
                    problems.answer(
                            HttpStatus.CONFLICT,
                            "stale-version",
                            List.of(Objection.of("stale-version"))));
        }
    }

    private BulkResult result(String id, Handled handled) {
        return switch (handled) {
            case Handled.Done(var file) ->
                    new BulkResult(id, 200, file.version(), file.value().state(), null);
            case Handled.Objected(var objections) ->
                    refused(id, problems.unprocessable(objections));
            case Handled.OutOfTurn(var objections) -> refused(id, problems.conflict(objections));
        };
    }

    private static BulkResult refused(String id, ResponseEntity<ProblemDetail> answer) {
        @Nullable ProblemDetail problem = answer.getBody();
        return new BulkResult(id, answer.getStatusCode().value(), null, null, problem);
    }
}

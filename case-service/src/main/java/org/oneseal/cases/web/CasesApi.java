package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseHeader.SubjectKind;
import org.oneseal.cases.handling.CaseNumbers;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.CaseState;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.DecideCase;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.handling.Handled;
import org.oneseal.cases.handling.Submission;
import org.oneseal.cases.handling.SubmitCase;
import org.oneseal.cases.handling.Worklist;
import org.oneseal.cases.items.FindItem;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.parties.Parties;
import org.oneseal.cases.parties.Party;
import org.oneseal.cases.web.CaseBodies.CorrectionNoticeRequest;
import org.oneseal.cases.web.CaseBodies.CorrectionsRequest;
import org.oneseal.cases.web.CaseBodies.DecisionRequest;
import org.oneseal.cases.web.CaseBodies.DeliveryRequest;
import org.oneseal.cases.web.CaseBodies.ExtensionRequest;
import org.oneseal.cases.web.CaseBodies.MaterialBody;
import org.oneseal.cases.web.CaseBodies.RefusalRequest;
import org.oneseal.cases.web.CaseBodies.ReturnRequest;
import org.oneseal.cases.web.CaseBodies.Sent;
import org.oneseal.cases.web.CaseBodies.SpecialProcedureRequest;
import org.oneseal.cases.web.CaseBodies.StepAction;
import org.oneseal.cases.web.CaseBodies.StepRequest;
import org.oneseal.cases.web.CaseBodies.SubmissionRequest;
import org.oneseal.cases.web.CaseBodies.WithdrawalRequest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.Versions;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import io.swagger.v3.oas.annotations.Parameter;

/** Cases and what is done to them (办件). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class CasesApi {

    private static final int ANSWER_WITHIN_DAYS = 30;

    private final Reaches reaches;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Cases cases;
    private final Worklist worklist;
    private final Parties parties;
    private final FindItem findItem;
    private final SubmitCase submitCase;
    private final HandleCase handleCase;
    private final DecideCase decideCase;
    private final CaseNumbers numbers;
    private final WorkCalendars calendars;
    private final Ids ids;
    private final Json json;
    private final Words words;
    private final InstantSource time;

    CasesApi(
            Reaches reaches,
            IdempotentPosts posts,
            Problems problems,
            Cases cases,
            Worklist worklist,
            Parties parties,
            FindItem findItem,
            SubmitCase submitCase,
            HandleCase handleCase,
            DecideCase decideCase,
            CaseNumbers numbers,
            WorkCalendars calendars,
            Ids ids,
            Json json,
            Words words,
            InstantSource time) {
        this.reaches = reaches;
        this.posts = posts;
        this.problems = problems;
        this.cases = cases;
        this.worklist = worklist;
        this.parties = parties;
        this.findItem = findItem;
        this.submitCase = submitCase;
        this.handleCase = handleCase;
        this.decideCase = decideCase;
        this.numbers = numbers;
        this.calendars = calendars;
        this.ids = ids;
        this.json = json;
        this.words = words;
        this.time = time;
    }

    // ------------------------------------------------------------------------------------- submit

    @PostMapping
    @Operation(summary = "Submit an application")
    ResponseEntity<?> submit(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestBody @Valid SubmissionRequest body) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Reach reach = reaches.of(caller, onBehalfOf);
        Instant now = time.instant();
        Optional<ItemVersion> item =
                findItem.find(body.itemCode(), Case.dayOf(now), token.getTokenValue());
        return posts.once(
                caller,
                key,
                "POST /cases" + (reach.actingFor() ? " for " + reach.party() : ""),
                body,
                () -> submit(reach, item, body, now));
    }

    private ResponseEntity<?> submit(
            Reach reach, Optional<ItemVersion> found, SubmissionRequest body, Instant now) {
        if (found.isEmpty()) {
            return problems.unprocessable(
                    List.of(Objection.of("item-unknown", body.itemCode()).at("/itemCode")));
        }
        ItemVersion item = found.get();
        if (!reach.coverage().covers(item.itemCode(), item.itemType())) {
            return problems.forbidden(
                    List.of(Objection.of("mandate-does-not-cover", item.name()).at("/itemCode")));
        }
        boolean atCounter = reach.staff();
        String forWhom = atCounter ? body.party() : reach.party();
        Optional<Party> party = Optional.ofNullable(forWhom).flatMap(parties::find);
        if (party.isEmpty()
                || (!atCounter && body.party() != null && !body.party().equals(forWhom))) {
            return problems.unprocessable(List.of(Objection.of("party-unknown").at("/party")));
        }
        String wanted = body.region();
        RegionCode region = new RegionCode(wanted == null ? item.region() : wanted);
        if (!new RegionCode(item.region()).contains(region)) {
            return problems.unprocessable(
                    List.of(Objection.of("region-not-served", region.value()).at("/region")));
        }
        var submission =
                new Submission(
                        ids.next(region),
                        numbers.caseNumber(item.itemCode(), Case.dayOf(now)),
                        numbers.queryNumber(),
                        subject(party.get()),
                        reach.actingFor(),
                        atCounter ? "WINDOW" : Objects.requireNonNullElse(body.channel(), "ONLINE"),
                        atCounter,
                        region,
                        materials(body.materials()));
        String form = body.form() == null ? null : json.write(body.form());
        String role = atCounter ? Role.WINDOW_CLERK.realmName() : Role.APPLICANT.realmName();
        return switch (submitCase.submit(
                submission, item, form, reach.handler(), reach.actor(role), now)) {
            case Handled.Done(var file) ->
                    ResponseEntity.created(URI.create("/api/v1/cases/" + submission.id()))
                            .eTag(Versions.etag(file.version()))
                            .body(CaseView.of(file));
            case Handled.Objected(var objections) -> problems.unprocessable(objections);
            case Handled.OutOfTurn(var objections) -> problems.conflict(objections);
        };
    }

    private static Submission.Subject subject(Party party) {
        return switch (party) {
            case Party.NaturalPerson p ->
                    new Submission.Subject(p.id(), p.mask(), SubjectKind.NATURAL, null, null);
            case Party.LegalPerson p ->
                    new Submission.Subject(p.id(), p.mask(), SubjectKind.LEGAL, p.name(), p.uscc());
        };
    }

    private static List<CaseFact.Material> materials(@Nullable List<MaterialBody> bodies) {
        return bodies == null ? List.of() : bodies.stream().map(MaterialBody::material).toList();
    }

    // --------------------------------------------------------------------------------------- read

    @GetMapping
    @Operation(summary = "List cases within the caller's scope")
    Page<Worklist.Row> list(
            @Parameter(hidden = true) Caller caller,
            PageRequest page,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestParam(defaultValue = "RECEIVED") Worklist.Order order,
            @RequestParam(defaultValue = "false") boolean descending,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable String number) {
        Reach reach = reaches.of(caller, onBehalfOf);
        if (!reach.coverage().covers(item, null)) throw new NotFound("cases of item", "" + item);
        var wanted =
                new Worklist.Wanted(
                        order, descending, open, overdue, state, item, department, region, number);
        SortKey key = order == Worklist.Order.NUMBER ? SortKey.TEXT : SortKey.INSTANT;
        return Page.of(
                worklist.rows(
                        wanted,
                        reach.scope(),
                        page.sortedBy(key, SortKey.TEXT).keyset(),
                        page.fetch(),
                        time.instant()),
                page,
                row -> row.keyset(order));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a case")
    ResponseEntity<CaseView> read(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        CaseOnFile file = file(reaches.of(caller, onBehalfOf), id);
        return ResponseEntity.ok().eTag(Versions.etag(file.version())).body(CaseView.of(file));
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "What happened to a case")
    TimelineView timeline(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        return TimelineView.of(file(reach, id).value(), reach.staff(), words);
    }

    @GetMapping("/{id}/deadline")
    @Operation(summary = "By when a case is due, day by day")
    DeadlineView deadline(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        return DeadlineView.of(
                file(reaches.of(caller, onBehalfOf), id), calendars, words, time.instant());
    }

    @GetMapping(path = "/{id}/form", produces = "application/json")
    @Operation(summary = "The form as filled in")
    String form(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        if (reach.staff()) {
            caller.require(Role.WINDOW_CLERK, Role.CASE_OFFICER, Role.CHIEF_APPROVER);
        }
        file(reach, id);
        return cases.form(id).orElseThrow(() -> new NotFound("form of case", id));
    }

    private CaseOnFile file(Reach reach, String id) {
        return reach.covered(
                cases.find(id, reach.scope()).orElseThrow(() -> new NotFound("case", id)));
    }

    // ------------------------------------------------------------------------------------- intake

    @PostMapping("/{id}/acceptance")
    @Operation(summary = "Accept: both clocks start")
    ResponseEntity<?> accept(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id) {
        return staff(
                caller, key, version, id, "acceptance", null, new CaseCommand.Accept(), INTAKE);
    }

    @PostMapping("/{id}/refusal")
    @Operation(summary = "Refuse to accept, with the ground")
    ResponseEntity<?> refuse(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid RefusalRequest body) {
        var command =
                new CaseCommand.RefuseAcceptance(body.ground(), body.reason(), body.rightBody());
        return staff(caller, key, version, id, "refusal", body, command, INTAKE);
    }

    @PostMapping("/{id}/correction-notice")
    @Operation(summary = "Tell everything that is missing, once")
    ResponseEntity<?> requestCorrection(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid CorrectionNoticeRequest body) {
        var command =
                new CaseCommand.RequestCorrection(
                        body.missing().stream()
                                .map(m -> new CaseFact.Missing(m.code(), m.code(), m.reason()))
                                .toList(),
                        Objects.requireNonNullElse(body.answerWithinDays(), ANSWER_WITHIN_DAYS));
        return staff(caller, key, version, id, "correction-notice", body, command, INTAKE);
    }

    @PostMapping("/{id}/corrections")
    @Operation(summary = "Hand in the corrections")
    ResponseEntity<?> correct(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid CorrectionsRequest body) {
        return applicant(
                caller,
                key,
                version,
                onBehalfOf,
                id,
                "corrections",
                body,
                new CaseCommand.Correct(materials(body.materials())));
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Send back before acceptance")
    ResponseEntity<?> sendBack(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ReturnRequest body) {
        var command = new CaseCommand.SendBack(body.reason());
        return staff(caller, key, version, id, "return", body, command, INTAKE);
    }

    // ------------------------------------------------------------------------------------- review

    @PostMapping("/{id}/steps")
    @Operation(summary = "Start or complete a step")
    ResponseEntity<?> step(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid StepRequest body) {
        CaseCommand command =
                body.action() == StepAction.START
                        ? new CaseCommand.StartStep(body.step())
                        : new CaseCommand.CompleteStep(body.step(), body.opinion());
        return staff(caller, key, version, id, "steps", body, command, HANDLERS);
    }

    @PostMapping("/{id}/special-procedures")
    @Operation(summary = "Begin a special procedure: the clock stops")
    ResponseEntity<?> suspend(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid SpecialProcedureRequest body) {
        var command =
                new CaseCommand.Suspend(
                        body.kind(), body.reason(), body.announcedDays(), body.commissionedBy());
        return staff(caller, key, version, id, "special-procedures", body, command, OFFICERS);
    }

    @PostMapping("/{id}/special-procedures/{procedure}/resumption")
    @Operation(summary = "End a special procedure: the clock runs again")
    ResponseEntity<?> resume(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @PathVariable String procedure) {
        return staff(
                caller,
                key,
                version,
                id,
                "special-procedures/" + procedure + "/resumption",
                null,
                new CaseCommand.Resume(procedure),
                OFFICERS);
    }

    @PostMapping("/{id}/extension")
    @Operation(summary = "Extend the limit, once, with approval and reasons")
    ResponseEntity<?> extend(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ExtensionRequest body) {
        var command = new CaseCommand.Extend(body.by().limit(), body.reason());
        return staff(
                caller, key, version, id, "extension", body, command, List.of(Role.CHIEF_APPROVER));
    }

    // ----------------------------------------------------------------------------------- decision

    @PostMapping("/{id}/decision")
    @Operation(summary = "Grant or refuse; what is granted gets its certificate")
    ResponseEntity<?> decide(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid DecisionRequest body) {
        caller.require(HANDLERS.toArray(Role[]::new));
        Reach reach = reaches.of(caller, null);
        var decision =
                new DecideCase.Decision(
                        body.granted(),
                        body.ground(),
                        body.reason(),
                        body.result(),
                        body.validFrom());
        return posts.once(
                caller,
                key,
                operation(id, "decision"),
                new Sent(version.value(), body),
                () ->
                        answer(
                                decideCase.decide(
                                        reach.request(id, version, role(caller, HANDLERS)),
                                        decision,
                                        time.instant())));
    }

    @PostMapping("/{id}/delivery")
    @Operation(summary = "Hand the result over")
    ResponseEntity<?> deliver(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid DeliveryRequest body) {
        var command = new CaseCommand.Deliver(body.method(), body.courierNumber());
        return staff(caller, key, version, id, "delivery", body, command, INTAKE);
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Withdraw before the decision")
    ResponseEntity<?> withdraw(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid WithdrawalRequest body) {
        return applicant(
                caller,
                key,
                version,
                onBehalfOf,
                id,
                "withdrawal",
                body,
                new CaseCommand.Withdraw(body.reason()));
    }

    // ---------------------------------------------------------------------------------------- own

    private static final List<Role> INTAKE = List.of(Role.WINDOW_CLERK, Role.CASE_OFFICER);
    private static final List<Role> OFFICERS = List.of(Role.CASE_OFFICER, Role.CHIEF_APPROVER);
    private static final List<Role> HANDLERS =
            List.of(Role.CHIEF_APPROVER, Role.CASE_OFFICER, Role.WINDOW_CLERK);

    private ResponseEntity<?> staff(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            String id,
            String act,
            @Nullable Object body,
            CaseCommand command,
            List<Role> roles) {
        caller.require(roles.toArray(Role[]::new));
        Reach reach = reaches.of(caller, null);
        return posts.once(
                caller,
                key,
                operation(id, act),
                new Sent(version.value(), body),
                () ->
                        answer(
                                handleCase.handle(
                                        reach.request(id, version, role(caller, roles)),
                                        command,
                                        time.instant())));
    }

    /** The applicant, someone with a mandate, or a clerk at the counter. */
    private ResponseEntity<?> applicant(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @Nullable String onBehalfOf,
            String id,
            String act,
            Object body,
            CaseCommand command) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Reach reach = reaches.of(caller, onBehalfOf);
        if (reach.actingFor()) file(reach, id);
        String role = (reach.staff() ? Role.WINDOW_CLERK : Role.APPLICANT).realmName();
        return posts.once(
                caller,
                key,
                operation(id, act),
                new Sent(version.value(), body),
                () ->
                        answer(
                                handleCase.handle(
                                        reach.request(id, version, role),
                                        command,
                                        time.instant())));
    }

    private ResponseEntity<?> answer(Handled handled) {
        return switch (handled) {
            case Handled.Done(var file) ->
                    ResponseEntity.ok().eTag(Versions.etag(file.version())).body(CaseView.of(file));
            case Handled.Objected(var objections) -> problems.unprocessable(objections);
            case Handled.OutOfTurn(var objections) -> problems.conflict(objections);
        };
    }

    private static String operation(String id, String act) {
        return "POST /cases/" + id + "/" + act;
    }

    private static @Nullable String role(Caller caller, List<Role> roles) {
        return roles.stream().filter(caller::has).findFirst().map(Role::realmName).orElse(null);
    }
}

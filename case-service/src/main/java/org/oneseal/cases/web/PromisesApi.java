package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.items.FindItem;
import org.oneseal.cases.promises.DraftPromise;
import org.oneseal.cases.promises.FulfilPromise;
import org.oneseal.cases.promises.Promise;
import org.oneseal.cases.promises.PromiseDraft;
import org.oneseal.cases.promises.PromiseState;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.CaseBodies.MaterialBody;
import org.oneseal.cases.web.CaseBodies.PromisedMaterialsRequest;
import org.oneseal.cases.web.Filings.Settled;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
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

/** What may follow is promised, shown and handed in (告知承诺). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "promises")
class PromisesApi {

    private final Acts acts;
    private final Reaches reaches;
    private final Filings filings;
    private final FindItem findItem;
    private final DraftPromise draftPromise;
    private final CaseViews views;
    private final Problems problems;
    private final InstantSource time;

    PromisesApi(
            Acts acts,
            Reaches reaches,
            Filings filings,
            FindItem findItem,
            DraftPromise draftPromise,
            CaseViews views,
            Problems problems,
            InstantSource time) {
        this.acts = acts;
        this.reaches = reaches;
        this.filings = filings;
        this.findItem = findItem;
        this.draftPromise = draftPromise;
        this.views = views;
        this.problems = problems;
        this.time = time;
    }

    /**
     * A promise before it is made.
     *
     * @param textHash SM3 over notice, an empty line and promise; to be sent with the application
     * @param validOn the day (Asia/Shanghai) on which it can be made; another day has other dates
     */
    record DraftView(
            String itemCode,
            int itemVersion,
            String notice,
            String promise,
            String textHash,
            List<CaseFact.PromisedMaterial> materials,
            String ground,
            LocalDate validOn) {}

    /** A promise that was made, word by word, and how far it is kept. */
    record MadeView(
            String promiseId,
            PromiseState state,
            Instant promisedAt,
            String notice,
            String promise,
            String textHash,
            String ground,
            List<CaseView.OwedView> materials) {}

    @GetMapping("/promise-draft")
    @Operation(summary = "Notice and promise as they would be made today")
    ResponseEntity<?> draft(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestParam String item,
            @RequestParam List<String> materials,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String region) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Reach reach = reaches.of(caller, onBehalfOf);
        Instant now = time.instant();
        LocalDate day = Case.dayOf(now);
        var found = findItem.find(item, day, token.getTokenValue());
        var wanted = new Filings.Wanted(item, party, region);
        return switch (filings.settle(reach, found, wanted)) {
            case Settled.Refused(var answer) -> answer;
            case Settled.Ready ready -> drafted(ready, materials, now);
        };
    }

    private ResponseEntity<?> drafted(Settled.Ready ready, List<String> materials, Instant now) {
        var drafted =
                draftPromise.draft(
                        ready.item(), ready.region(), ready.subject().promiser(), materials, now);
        PromiseDraft draft = drafted.draft();
        return draft == null
                ? problems.unprocessable(drafted.objections())
                : ResponseEntity.ok(views.draft(ready.item(), draft, Case.dayOf(now)));
    }

    @GetMapping("/{id}/promise")
    @Operation(summary = "The promise made in a case, word by word")
    MadeView made(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        var it = acts.file(reaches.of(caller, onBehalfOf), id).value();
        return Promise.of(it)
                .map(views::wordByWord)
                .orElseThrow(() -> new NotFound("promise of case", id));
    }

    @PostMapping("/{id}/promised-materials")
    @Operation(summary = "Hand in what was promised")
    ResponseEntity<?> fulfil(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid PromisedMaterialsRequest body) {
        var act = new Act(caller, key, version, id, "promised-materials", body);
        return acts.applicant(
                act, onBehalfOf, new FulfilPromise(MaterialBody.all(body.materials())));
    }
}

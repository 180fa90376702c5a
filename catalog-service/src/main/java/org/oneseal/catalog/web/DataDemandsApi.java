package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.catalog.resources.AskForData;
import org.oneseal.catalog.resources.Consent;
import org.oneseal.catalog.resources.DataDemand;
import org.oneseal.catalog.resources.DataDemands;
import org.oneseal.catalog.resources.DataResources;
import org.oneseal.catalog.resources.DemandOutcome;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What departments need of each other's data, and the answers (需求清单). */
@RestController
@RequestMapping("/api/v1")
class DataDemandsApi {

    private final DataDemands demands;
    private final DataResources resources;
    private final AskForData ask;
    private final Departments departments;
    private final ItemHistory history;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    DataDemandsApi(
            DataDemands demands,
            DataResources resources,
            AskForData ask,
            Departments departments,
            ItemHistory history,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.demands = demands;
        this.resources = resources;
        this.ask = ask;
        this.departments = departments;
        this.history = history;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * What a department needs, for which item and what for.
     *
     * @param department code of the department that needs it
     * @param item implementation code of one of its items
     * @param elements codes of the resource's elements
     * @param consentGround law that allows it where nobody is asked
     */
    record DemandRequest(
            @NotNull @Size(max = 60) String department,
            @NotNull @Size(max = 40) String item,
            @NotNull @Size(max = 500) String purpose,
            @NotNull @Size(max = 500) List<@NotNull @Size(max = 60) String> elements,
            @NotNull Consent consent,
            @Nullable @Size(max = 500) String consentGround) {

        AskForData.Request request() {
            return new AskForData.Request(
                    department, item, purpose, elements, consent, consentGround);
        }
    }

    /** Whether the provider agrees; a refusal names what it rests on. */
    record DemandAnswerRequest(@NotNull Boolean agreed, @Nullable @Size(max = 500) String ground) {}

    /** Asks for data for an item. */
    @PostMapping("/data-resources/{code}/demands")
    ResponseEntity<?> ask(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String code,
            @Valid @RequestBody DemandRequest body) {
        Offices.require(caller);
        if (resources.find(code).isEmpty()) throw new NotFound("resource", code);
        Optional<Department> asker = departments.find(body.department());
        if (asker.isPresent() && !Editing.covers(caller, asker.get().region())) {
            Offices.requireSpeaker(caller, body.department());
        }
        Instant now = time.instant();
        return posts.once(
                caller,
                key,
                "POST /data-resources/" + code + "/demands",
                body,
                () -> answer(201, ask.ask(code, body.request(), Editing.actor(caller), now), now));
    }

    /** Demands that the caller's department filed or got; editors, supervisors, auditors: all. */
    @GetMapping("/data-demands")
    Page<DemandView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String resource,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) DataDemand.@Nullable State state,
            PageRequest page) {
        Offices.require(caller);
        RegionCode overlooks = Offices.overlooks(caller);
        RegionCode asked = region == null ? null : Codes.region(region);
        boolean all = overlooks != null && (asked == null || overlooks.contains(asked));
        Instant now = time.instant();
        List<DataDemand> found =
                demands.list(
                        new DataDemands.Query(
                                asked == null ? overlooks : asked,
                                all ? null : String.valueOf(caller.department()),
                                resource,
                                provider,
                                department,
                                item,
                                state,
                                page.text(),
                                page.fetch()));
        Map<String, LocalDate> due = ask.due(found);
        return Page.of(found, page, demand -> List.of(demand.id()))
                .map(
                        demand ->
                                DemandView.of(
                                        demand, Objects.requireNonNull(due.get(demand.id())), now));
    }

    @GetMapping("/data-demands/{id}")
    ResponseEntity<DemandView> one(Caller caller, @PathVariable String id) {
        DataDemand found = visible(caller, id);
        return ResponseEntity.ok()
                .eTag(Versions.etag(found.version()))
                .body(DemandView.of(found, ask.due(found), time.instant()));
    }

    /** The provider's person agrees or refuses. */
    @PostMapping("/data-demands/{id}/answer")
    ResponseEntity<?> answer(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody DemandAnswerRequest body) {
        Offices.requireSpeaker(caller, visible(caller, id).provider());
        Instant now = time.instant();
        return posts.once(
                caller,
                key,
                "POST /data-demands/" + id + "/answer",
                version,
                body,
                () ->
                        answer(
                                200,
                                ask.answer(
                                        id,
                                        version.value(),
                                        body.agreed(),
                                        body.ground(),
                                        Editing.actor(caller),
                                        now),
                                now));
    }

    /** Who asked and who answered, newest first. */
    @GetMapping("/data-demands/{id}/history")
    Page<ItemHistoryView> history(Caller caller, @PathVariable String id, PageRequest page) {
        DataDemand found = visible(caller, id);
        return Histories.page(
                page,
                (before, limit) -> history.of("data-demand", found.id(), before, limit),
                ItemHistoryView::of);
    }

    private DataDemand visible(Caller caller, String id) {
        Offices.require(caller);
        RegionCode overlooks = Offices.overlooks(caller);
        return demands.find(id)
                .filter(
                        demand ->
                                demand.provider().equals(caller.department())
                                        || demand.asker().equals(caller.department())
                                        || (overlooks != null
                                                && overlooks.contains(demand.region())))
                .orElseThrow(() -> new NotFound("demand", id));
    }

    private ResponseEntity<?> answer(int status, DemandOutcome outcome, Instant now) {
        return switch (outcome) {
            case DemandOutcome.Done(var demand) ->
                    ResponseEntity.status(status)
                            .eTag(Versions.etag(demand.version()))
                            .body(DemandView.of(demand, ask.due(demand), now));
            case DemandOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case DemandOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }
}

package org.oneseal.cases.web;

import static org.oneseal.platform.objection.Objection.of;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.office.OfficeRule;
import org.oneseal.cases.office.OfficeRules;
import org.oneseal.cases.parties.Parties;
import org.oneseal.cases.queue.PreReviews;
import org.oneseal.cases.queue.Queue;
import org.oneseal.cases.queue.Queue.Hall;
import org.oneseal.cases.queue.Queue.Window;
import org.oneseal.cases.queue.Rebalancing;
import org.oneseal.cases.queue.Windows;
import org.oneseal.cases.web.QueueBodies.PreReviewEnd;
import org.oneseal.cases.web.QueueBodies.PreReviewRequest;
import org.oneseal.cases.web.QueueBodies.WindowChange;
import org.oneseal.cases.web.QueueBodies.WindowRequest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The windows of a hall and what is looked through at them before the ticket (预审窗口). */
@RestController
@RequestMapping("/api/v1/cases/queue")
@Tag(name = "queue")
class HallApi {

    private final Windows windows;
    private final PreReviews reviews;
    private final Parties parties;
    private final ItemVersions items;
    private final OfficeRules rules;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Ids ids;
    private final InstantSource time;

    HallApi(
            Windows windows,
            PreReviews reviews,
            Parties parties,
            ItemVersions items,
            OfficeRules rules,
            IdempotentPosts posts,
            Problems problems,
            Ids ids,
            InstantSource time) {
        this.windows = windows;
        this.reviews = reviews;
        this.parties = parties;
        this.items = items;
        this.rules = rules;
        this.posts = posts;
        this.problems = problems;
        this.ids = ids;
        this.time = time;
    }

    /**
     * @param waiting tickets that nobody has called
     */
    record FiguresView(
            LocalDate day, int waiting, List<Queue.WindowFigures> windows, Rebalancing balance) {}

    @PostMapping("/windows")
    @Operation(summary = "Open a window of one's own department")
    ResponseEntity<?> open(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid WindowRequest body) {
        caller.require(Role.CHIEF_APPROVER, Role.PLATFORM_OPERATOR);
        Hall hall = hall(caller);
        return posts.once(
                caller,
                key,
                "POST /cases/queue/windows",
                body,
                () -> {
                    String id = ids.next(new RegionCode(hall.region()));
                    var window = new Window(id, hall, body.name().strip(), body.task(), true);
                    if (!windows.addWindow(window, time.instant())) {
                        return objected(of("window-name-taken", body.name()).at("/name"));
                    }
                    return ResponseEntity.created(URI.create("/api/v1/cases/queue/windows/" + id))
                            .body(window);
                });
    }

    @PostMapping("/windows/{id}/change")
    @Operation(summary = "Give a window another task, or close it")
    ResponseEntity<?> change(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody @Valid WindowChange body) {
        caller.require(Role.CHIEF_APPROVER, Role.PLATFORM_OPERATOR);
        Window window = window(caller, id);
        return posts.once(
                caller,
                key,
                "POST /cases/queue/windows/" + id + "/change",
                body,
                () -> {
                    windows.changeWindow(window.id(), body.task(), body.open(), time.instant());
                    return ResponseEntity.ok(windows.window(id).orElseThrow());
                });
    }

    @GetMapping("/windows")
    @Operation(summary = "The windows of one's own department")
    List<Window> windows(@Parameter(hidden = true) Caller caller) {
        return windows.windows(hall(caller));
    }

    @GetMapping("/figures")
    @Operation(summary = "What the windows did on a day, and which one might be moved")
    FiguresView figures(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable LocalDate day) {
        Hall hall = hall(caller);
        LocalDate today = Case.dayOf(time.instant());
        LocalDate on = day == null ? today : day;
        if (on.isAfter(today) || on.isBefore(today.minusYears(20))) {
            throw new NotFound("figures", on.toString());
        }
        List<Queue.WindowFigures> figures = windows.figures(hall, on);
        int most =
                rules.inForce(new RegionCode(hall.region()), OfficeRule.Kind.WINDOW_LOAD, on)
                        .amount();
        return new FiguresView(
                on, windows.waiting(hall, on), figures, Rebalancing.of(figures, most));
    }

    @PostMapping("/pre-reviews")
    @Operation(summary = "Begin to look through what somebody has brought")
    ResponseEntity<?> begin(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid PreReviewRequest body) {
        caller.require(Role.WINDOW_CLERK);
        Window window = window(caller, body.window());
        return posts.once(
                caller,
                key,
                "POST /cases/queue/pre-reviews",
                body,
                () -> begin(caller, window, body));
    }

    private ResponseEntity<?> begin(Caller caller, Window window, PreReviewRequest body) {
        List<Objection> objections = new ArrayList<>();
        if (!window.open() || window.task() != Queue.Task.PRE_REVIEW) {
            objections.add(of("window-not-for-this", window.name()).at("/window"));
        }
        if (parties.find(body.party()).isEmpty()) objections.add(of("party-unknown").at("/party"));
        var item = items.latest(body.itemCode(), Case.dayOf(time.instant()));
        if (item.filter(i -> i.department().equals(window.hall().department())).isEmpty()) {
            objections.add(of("item-unknown", body.itemCode()).at("/itemCode"));
        }
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        var review =
                new Queue.PreReview(
                        ids.next(new RegionCode(window.hall().region())),
                        window.hall(),
                        window.id(),
                        body.party(),
                        body.itemCode(),
                        caller.subject(),
                        time.instant(),
                        null,
                        null,
                        List.of());
        reviews.begin(review);
        return ResponseEntity.created(URI.create("/api/v1/cases/queue/pre-reviews/" + review.id()))
                .body(review);
    }

    @PostMapping("/pre-reviews/{id}/end")
    @Operation(summary = "Say whether it passed, and what is missing where it did not")
    ResponseEntity<?> end(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody @Valid PreReviewEnd body) {
        caller.require(Role.WINDOW_CLERK);
        if (reviews.preReview(id).filter(r -> r.hall().equals(hall(caller))).isEmpty()) {
            throw new NotFound("pre-review", id);
        }
        return posts.once(
                caller,
                key,
                "POST /cases/queue/pre-reviews/" + id + "/end",
                body,
                () -> {
                    List<String> missing = Objects.requireNonNullElse(body.missing(), List.of());
                    if (body.passed() != missing.isEmpty()) {
                        return objected(of("pre-review-says-both").at("/missing"));
                    }
                    if (!reviews.end(id, body.passed(), missing, time.instant())) {
                        return problems.conflict(List.of(of("pre-review-ended")));
                    }
                    return ResponseEntity.ok(reviews.preReview(id).orElseThrow());
                });
    }

    private ResponseEntity<?> objected(Objection objection) {
        return problems.unprocessable(List.of(objection));
    }

    private Window window(Caller caller, String id) {
        return windows.window(id)
                .filter(w -> w.hall().equals(hall(caller)))
                .orElseThrow(() -> new NotFound("window", id));
    }

    /** The department's own; who has none sees no hall. */
    static Hall hall(Caller caller) {
        RegionCode region = caller.region();
        String department = caller.department();
        if (region == null || department == null) throw new NotFound("hall", "of the caller");
        return new Hall(region.value(), department);
    }
}

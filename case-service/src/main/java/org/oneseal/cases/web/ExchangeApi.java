package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.FeedBooks;
import org.oneseal.cases.exchange.FeedFigures;
import org.oneseal.cases.exchange.ReplayRejections;
import org.oneseal.cases.exchange.Source;
import org.oneseal.cases.exchange.Verdict;
import org.oneseal.cases.web.ExchangeBodies.ConflictView;
import org.oneseal.cases.web.ExchangeBodies.DayView;
import org.oneseal.cases.web.ExchangeBodies.EventAnswer;
import org.oneseal.cases.web.ExchangeBodies.ReconciliationView;
import org.oneseal.cases.web.ExchangeBodies.RejectionView;
import org.oneseal.cases.web.ExchangeBodies.ReplayRequest;
import org.oneseal.cases.web.ExchangeBodies.ReplayView;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books of what sources told, for people and for comparing both sides (对账). */
@RestController
@RequestMapping("/api/v1/exchange")
@Tag(name = "exchange")
class ExchangeApi {

    private static final int REPLAYED_AT_ONCE = 200;

    /** Keeps a made-up cursor within what a date column holds. */
    private static final long FARTHEST_DAY = 1_000_000;

    private final ExchangeReach reach;
    private final ReplayRejections replayRejections;
    private final FeedBooks books;
    private final FeedFigures figures;
    private final IdempotentPosts posts;
    private final ExchangeViews views;
    private final ExchangeAnswers answers;
    private final InstantSource time;

    ExchangeApi(
            ExchangeReach reach,
            ReplayRejections replayRejections,
            FeedBooks books,
            FeedFigures figures,
            IdempotentPosts posts,
            ExchangeViews views,
            ExchangeAnswers answers,
            InstantSource time) {
        this.reach = reach;
        this.replayRejections = replayRejections;
        this.books = books;
        this.figures = figures;
        this.posts = posts;
        this.views = views;
        this.answers = answers;
        this.time = time;
    }

    @GetMapping("/conflicts")
    @Operation(summary = "Messages that contradict what was taken, the newest first")
    Page<ConflictView> conflicts(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable Boolean settled,
            PageRequest page) {
        var rows =
                books.conflicts(
                        reach.codes(caller, source),
                        settled,
                        page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset(),
                        page.fetch());
        return Page.of(rows, page, r -> List.of(r.firstAt().toString(), r.id()))
                .map(answers::conflict);
    }

    @GetMapping("/rejections")
    @Operation(summary = "Messages that could not be taken, the newest first")
    Page<RejectionView> rejections(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable String source,
            PageRequest page) {
        var rows =
                books.rejections(
                        reach.codes(caller, source),
                        page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset(),
                        page.fetch());
        return Page.of(rows, page, r -> List.of(r.firstAt().toString(), r.id()))
                .map(answers::rejection);
    }

    @GetMapping("/waiting")
    @Operation(summary = "Messages that wait for their predecessor, the longest first")
    Page<FeedBooks.WaitingRow> waiting(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable String source,
            PageRequest page) {
        var rows =
                books.waiting(
                        reach.codes(caller, source),
                        page.sortedBy(SortKey.INSTANT, SortKey.TEXT, SortKey.TEXT, SortKey.NUMBER)
                                .keyset(),
                        page.fetch());
        return Page.of(
                rows,
                page,
                r ->
                        List.of(
                                r.recordedAt().toString(),
                                r.source(),
                                r.sourceCase(),
                                Long.toString(r.sequence())));
    }

    @PostMapping("/rejections/{id}/replay")
    @Operation(summary = "Let a refused message try again")
    ResponseEntity<?> replay(
            @Parameter(hidden = true) Caller caller, IdempotencyKey key, @PathVariable String id) {
        caller.require(Role.PLATFORM_OPERATOR, Role.DEPARTMENT_SYSTEM);
        return posts.once(
                caller,
                key,
                "POST /exchange/rejections/" + id + "/replay",
                id,
                () -> {
                    var rejection =
                            books.lockRejection(id)
                                    .orElseThrow(() -> new NotFound("rejection", id));
                    Source source = reach.one(caller, rejection.source()).value();
                    Verdict verdict = replayRejections.replay(source, rejection, time.instant());
                    EventAnswer answer =
                            answers.answer(0, rejection.envelope().attribute("id"), verdict);
                    return ResponseEntity.ok(answer);
                });
    }

    @PostMapping("/replays")
    @Operation(summary = "Let refused messages of a source try again, up to 200 a call")
    ResponseEntity<?> replayAll(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid ReplayRequest body) {
        caller.require(Role.PLATFORM_OPERATOR, Role.DEPARTMENT_SYSTEM);
        Source source = reach.one(caller, body.source()).value();
        return posts.once(
                caller,
                key,
                "POST /exchange/replays",
                body,
                () -> {
                    var done =
                            replayRejections.replayAll(
                                    source, body.after(), REPLAYED_AT_ONCE, time.instant());
                    return ResponseEntity.ok(
                            new ReplayView(
                                    done.verdicts().size(),
                                    done.count(Verdict.Accepted.class),
                                    done.count(Verdict.Duplicate.class),
                                    done.count(Verdict.Conflict.class),
                                    done.count(Verdict.Waiting.class),
                                    done.count(Verdict.Rejected.class),
                                    done.next()));
                });
    }

    @GetMapping("/reconciliations")
    @Operation(summary = "Exact counts of what a source told, for comparing both sides")
    ReconciliationView reconciliation(
            @Parameter(hidden = true) Caller caller, @RequestParam String source) {
        Source it = reach.one(caller, source).value();
        Instant now = time.instant();
        Instant patient = now.minus(Duration.ofMinutes(it.patienceMinutes()));
        return views.reconciliation(source, now, figures.figures(it.code(), patient));
    }

    @GetMapping("/reconciliations/days")
    @Operation(summary = "Count and checksum by day of the event")
    Page<DayView> days(
            @Parameter(hidden = true) Caller caller,
            @RequestParam String source,
            PageRequest page) {
        Source it = reach.one(caller, source).value();
        LocalDate after =
                page.isFirst()
                        ? null
                        : LocalDate.ofEpochDay(page.numbers(1).getFirst() % FARTHEST_DAY);
        var rows = figures.days(it.code(), after, page.fetch());
        return Page.of(rows, page, d -> List.of(Long.toString(d.day().toEpochDay())))
                .map(views::day);
    }
}

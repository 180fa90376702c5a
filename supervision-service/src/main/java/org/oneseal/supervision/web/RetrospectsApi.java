package org.oneseal.supervision.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.oneseal.supervision.retrospect.LogFault;
import org.oneseal.supervision.retrospect.Retrospects;
import org.oneseal.supervision.retrospect.TakeLog;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Logs of departments' own systems, taken in and judged in retrospect. */
@RestController
@RequestMapping("/api/v1/retrospects")
class RetrospectsApi {

    private static final int LONGEST_NAME = 100;

    private final TakeLog takeLog;
    private final Retrospects retrospects;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    RetrospectsApi(
            TakeLog takeLog,
            Retrospects retrospects,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.takeLog = takeLog;
        this.retrospects = retrospects;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    record TakenView(String id, long events) {}

    /** What the idempotency key stands for. */
    private record Sent(String name, MappingRequest mapping, String digest) {}

    /** Takes a log in, plain or packed with gzip; it is judged soon afterwards. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> take(
            Caller caller,
            IdempotencyKey key,
            @RequestParam String name,
            @Valid @RequestPart MappingRequest mapping,
            @RequestPart MultipartFile log) {
        caller.require(Role.SUPERVISOR);
        RegionCode region = caller.region();
        if (region == null || name.isBlank() || name.length() > LONGEST_NAME) {
            return problems.badRequest(
                    List.of(Objection.of("retrospect-name", LONGEST_NAME).at("/name")));
        }
        return posts.once(
                caller,
                key,
                "POST /retrospects",
                new Sent(name, mapping, digest(log)),
                () -> taken(caller, region, name, mapping, log));
    }

    private ResponseEntity<?> taken(
            Caller caller,
            RegionCode region,
            String name,
            MappingRequest mapping,
            MultipartFile log) {
        try (InputStream content = log.getInputStream()) {
            return switch (takeLog.take(
                    name, region, mapping.mapping(), content, caller.subject(), time.instant())) {
                case TakeLog.Taken(String id, long events) ->
                        ResponseEntity.accepted()
                                .location(URI.create("/api/v1/retrospects/" + id))
                                .body(new TakenView(id, events));
                case TakeLog.Objected(List<Objection> objections) ->
                        problems.unprocessable(objections);
            };
        } catch (LogFault e) {
            return problems.unprocessable(List.of(e.objection()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping
    ResponseEntity<?> retrospects(Caller caller, PageRequest page) {
        requireReader(caller);
        String after = page.isFirst() ? "" : page.sortedBy(SortKey.TEXT).keyset().getFirst();
        return ResponseEntity.ok(
                Page.of(
                        retrospects.list(Scope.of(caller), after, page.fetch()),
                        page,
                        r -> List.of(r.id())));
    }

    /** What a log came to: cases, lateness, cards that would have been drawn. */
    @GetMapping("/{id}")
    Retrospects.Summary retrospect(Caller caller, @PathVariable String id) {
        return seen(caller, id);
    }

    /** Who told late, the worst first. */
    @GetMapping("/{id}/reporters")
    Page<Retrospects.Reporter> reporters(Caller caller, PageRequest page, @PathVariable String id) {
        seen(caller, id);
        List<String> last = page.sortedBy(SortKey.NUMBER, SortKey.TEXT).keyset();
        return Page.of(
                retrospects.reporters(
                        id,
                        last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last.get(0)),
                        last.isEmpty() ? "" : last.get(1),
                        page.fetch()),
                page,
                r ->
                        List.of(
                                String.valueOf(r.lateReports()),
                                Objects.requireNonNullElse(r.department(), "")));
    }

    /** The cases of a log with what would have been drawn on each. */
    @GetMapping("/{id}/cases")
    ResponseEntity<?> cases(
            Caller caller,
            PageRequest page,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean late) {
        seen(caller, id);
        String after = page.isFirst() ? "" : page.sortedBy(SortKey.TEXT).keyset().getFirst();
        return ResponseEntity.ok(
                Page.of(
                        retrospects.judgedCases(id, late, after, page.fetch()),
                        page,
                        c -> List.of(c.caseId())));
    }

    /** One case of a log. */
    @GetMapping("/{id}/cases/{caseId}")
    Retrospects.JudgedCase judged(
            Caller caller, @PathVariable String id, @PathVariable String caseId) {
        seen(caller, id);
        return retrospects.judgedCase(id, caseId).orElseThrow(() -> new NotFound("case", caseId));
    }

    private Retrospects.Summary seen(Caller caller, String id) {
        requireReader(caller);
        return retrospects
                .summary(id, Scope.of(caller))
                .orElseThrow(() -> new NotFound("retrospect", id));
    }

    private static void requireReader(Caller caller) {
        caller.require(Role.SUPERVISOR, Role.AUDITOR, Role.PLATFORM_OPERATOR);
    }

    private static String digest(MultipartFile log) {
        try (DigestInputStream read =
                new DigestInputStream(log.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            read.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(read.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.oneseal.supervision.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.oneseal.supervision.supervising.Explain;
import org.oneseal.supervision.supervising.FeedSummary;
import org.oneseal.supervision.supervising.Register;
import org.oneseal.supervision.supervising.WatchSheet;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Watches: what runs, by when, and why then. */
@RestController
@RequestMapping("/api/v1/watches")
class WatchesApi {

    private final Register register;
    private final Explain explain;
    private final InstantSource time;

    WatchesApi(Register register, Explain explain, InstantSource time) {
        this.register = register;
        this.explain = explain;
        this.time = time;
    }

    /** What runs out first comes first. */
    @GetMapping
    ResponseEntity<?> watches(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable WatchState state,
            @RequestParam(required = false) @Nullable WatchKind kind,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String source) {
        Instant afterDue = null;
        String afterId = "";
        if (!page.isFirst()) {
            List<String> keys = page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset();
            afterDue = Instant.parse(keys.get(0));
            afterId = keys.get(1);
        }
        List<WatchSheet> rows =
                register.watches(
                        Sights.of(caller),
                        new Register.WatchFilter(state, kind, department, source),
                        afterDue,
                        afterId,
                        page.fetch());
        return ResponseEntity.ok(
                Page.of(rows, page, row -> List.of(String.valueOf(row.due()), row.id())));
    }

    /** A watch, the facts it rests on and its due dates day by day. */
    @GetMapping("/{id}")
    Explain.Explained watch(Caller caller, @PathVariable String id) {
        return explain.watch(id, Sights.of(caller));
    }

    /** One source of fed cases at a glance. */
    @GetMapping("/summary")
    FeedSummary summary(Caller caller, @RequestParam String source) {
        caller.require(Role.SUPERVISOR, Role.AUDITOR, Role.PLATFORM_OPERATOR);
        return register.summary(Scope.of(caller), source, time.instant());
    }
}

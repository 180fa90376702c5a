package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.registers.EntryBody;
import org.oneseal.catalog.registers.EntryHistory;
import org.oneseal.catalog.registers.EntryOutcome;
import org.oneseal.catalog.registers.KeepEntry;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.catalog.words.Folded;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the routes of all registers have in common: finding, answering, history. */
@Component
class EntryAnswers {

    private final Registers registers;
    private final EntryHistory history;
    private final KeepEntry keep;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    EntryAnswers(
            Registers registers,
            EntryHistory history,
            KeepEntry keep,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.registers = registers;
        this.history = history;
        this.keep = keep;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * One thing that was done to an entry.
     *
     * @param action ADDED, CHANGED, APPROVED or WITHDRAWN
     * @param entry what it said afterwards
     * @param by opaque id of who did it
     */
    record EntryHistoryView(
            long sequence, Instant at, String by, String action, JsonNode entry, String hash) {}

    RegisterEntry find(Register register, String key) {
        return registers.find(register, key).orElseThrow(() -> new NotFound("entry", key));
    }

    /** The entry, if the caller edits where it counts. */
    RegisterEntry editable(Caller caller, Register register, String key) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        RegisterEntry entry = find(register, key);
        Editing.require(caller, entry.region());
        return entry;
    }

    /** The region of that code, if the caller edits there. */
    RegionCode editable(Caller caller, String region) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        RegionCode where = Codes.region(region);
        Editing.require(caller, where);
        return where;
    }

    /**
     * Adds what an editor says under a key of its register.
     *
     * @param route what is posted to
     * @param request what was posted
     */
    ResponseEntity<?> add(
            Caller caller,
            IdempotencyKey key,
            String route,
            Object request,
            Place place,
            EntryBody said,
            Function<RegisterEntry, ?> view) {
        return posts.once(
                caller,
                key,
                "POST " + route,
                request,
                () ->
                        answer(
                                201,
                                keep.add(
                                        place.key(),
                                        place.region(),
                                        RegisterEntry.EDITOR,
                                        said,
                                        Editing.actor(caller),
                                        time.instant()),
                                view));
    }

    /** Under which key an entry begins, and where it counts. */
    record Place(String key, RegionCode region) {}

    /** Replaces what an entry says; whether the caller edits it was asked before. */
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            String key,
            EntryBody said,
            Function<RegisterEntry, ?> view) {
        return answer(
                200,
                keep.change(
                        key,
                        version.value(),
                        RegisterEntry.EDITOR,
                        said,
                        Editing.actor(caller),
                        time.instant()),
                view);
    }

    ResponseEntity<?> withdraw(
            Caller caller,
            ExpectedVersion version,
            Register register,
            String key,
            Function<RegisterEntry, ?> view) {
        editable(caller, register, key);
        return answer(
                200,
                keep.withdraw(
                        register, key, version.value(), Editing.actor(caller), time.instant()),
                view);
    }

    ResponseEntity<?> one(RegisterEntry entry, Function<RegisterEntry, ?> view) {
        return ResponseEntity.ok().eTag(Versions.etag(entry.version())).body(view.apply(entry));
    }

    ResponseEntity<?> answer(int status, EntryOutcome outcome, Function<RegisterEntry, ?> view) {
        return switch (outcome) {
            case EntryOutcome.Kept(var entry, _) ->
                    ResponseEntity.status(status)
                            .eTag(Versions.etag(entry.version()))
                            .body(view.apply(entry));
            case EntryOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case EntryOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }

    /** Newest first, for the editors of the region and for auditors. */
    Page<EntryHistoryView> history(Caller caller, RegisterEntry entry, PageRequest page) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR, Role.AUDITOR);
        RegionCode within = caller.region();
        boolean auditor =
                caller.has(Role.AUDITOR) && (within == null || within.contains(entry.region()));
        if (!auditor && !Editing.covers(caller, entry.region())) {
            throw new NotFound("entry", entry.key());
        }
        List<Long> after = page.numbers(1);
        long before = after.isEmpty() ? Long.MAX_VALUE : after.getFirst();
        return Page.of(
                        history.before(entry.register(), entry.key(), before, page.fetch()),
                        page,
                        happened -> List.of(Long.toString(happened.sequence())))
                .map(
                        h ->
                                new EntryHistoryView(
                                        h.sequence(),
                                        h.at(),
                                        h.actor().id(),
                                        h.data().path("action").asString(""),
                                        h.data().path("entry"),
                                        h.hash()));
    }

    /**
     * A list as a register's route answers it.
     *
     * @param asked a part of a word, the region where the entries count, and what else narrows it
     */
    <V> Page<V> list(
            Register register, Asked asked, PageRequest page, Function<RegisterEntry, V> view) {
        String region = asked.region();
        Registers.Query query =
                new Registers.Query(
                        register,
                        asked.q(),
                        region == null ? null : Codes.region(region),
                        asked.item(),
                        asked.withdrawn(),
                        page.sortedBy(SortKey.TEXT, SortKey.TEXT).keyset(),
                        page.fetch());
        return Page.of(
                        registers.list(query),
                        page,
                        entry ->
                                List.of(
                                        entry.body().words().isEmpty()
                                                ? ""
                                                : Folded.key(entry.body().words().getFirst()),
                                        entry.key()))
                .map(view);
    }

    /** What a list is narrowed by. */
    record Asked(String q, @Nullable String region, @Nullable String item, boolean withdrawn) {

        static Asked of(String q, @Nullable String region) {
            return new Asked(q, region, null, false);
        }
    }
}

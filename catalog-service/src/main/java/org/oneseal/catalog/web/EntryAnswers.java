package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.oneseal.platform.objection.Objection;
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

    /** Where a request names the key of its entry. */
    private static final String KEY = "/code";

    private final Registers registers;
    private final EntryHistory history;
    private final KeepEntry keep;
    private final ListedRegions regions;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    EntryAnswers(
            Registers registers,
            EntryHistory history,
            KeepEntry keep,
            ListedRegions regions,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.registers = registers;
        this.history = history;
        this.keep = keep;
        this.regions = regions;
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

    /**
     * What was posted to a register.
     *
     * @param route what it was posted to
     * @param request the whole of it
     * @param said what the entry is to say
     * @param at where that stands in the request, empty for the request itself
     * @param unknown objections to what it refers to
     */
    record Sent(
            IdempotencyKey key,
            String route,
            Object request,
            EntryBody said,
            String at,
            List<Objection> unknown) {

        /** What is said of the entry is said of its place in the request. */
        List<Objection> placed(List<Objection> objections) {
            return objections.stream()
                    .map(o -> o.field() == null || KEY.equals(o.field()) ? o : o.at(at + o.field()))
                    .toList();
        }
    }

    /** Adds what an editor says, in a region that he names. */
    ResponseEntity<?> add(
            Caller caller,
            String region,
            Function<RegionCode, String> key,
            Sent sent,
            Function<RegisterEntry, ?> view) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        if (regions.has(region)) {
            RegionCode where = new RegionCode(region);
            return add(caller, where, key.apply(where), sent, view);
        }
        Objection unlisted = Objection.of("region-unknown", region).at("/region");
        return refuse(unlisted, sent);
    }

    /** Adds what an editor says under a key of its register. */
    ResponseEntity<?> add(
            Caller caller,
            RegionCode region,
            String key,
            Sent sent,
            Function<RegisterEntry, ?> view) {
        Editing.require(caller, region);
        if (!sent.unknown().isEmpty()) {
            List<Objection> all = new ArrayList<>(sent.unknown());
            all.addAll(sent.said().objections());
            all.addAll(sent.said().misplaced(key, region));
            return problems.unprocessable(sent.placed(all));
        }
        return posts.once(
                caller,
                sent.key(),
                "POST " + sent.route(),
                sent.request(),
                () ->
                        answer(
                                201,
                                placed(
                                        sent,
                                        keep.add(
                                                key,
                                                region,
                                                RegisterEntry.EDITOR,
                                                sent.said(),
                                                Editing.actor(caller),
                                                time.instant())),
                                view));
    }

    /** Tells that an entry has no place, with all else that stands against it. */
    ResponseEntity<?> refuse(Objection misplaced, Sent sent) {
        List<Objection> all = new ArrayList<>(sent.unknown());
        all.addAll(sent.said().objections());
        List<Objection> told = new ArrayList<>(sent.placed(all));
        told.addFirst(misplaced);
        return problems.unprocessable(told);
    }

    private static EntryOutcome placed(Sent sent, EntryOutcome outcome) {
        return outcome instanceof EntryOutcome.Objected(var objections)
                ? new EntryOutcome.Objected(sent.placed(objections))
                : outcome;
    }

    /**
     * Replaces what an entry says; whether the caller edits it was asked before.
     *
     * @param unknown objections to what it refers to
     */
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            RegisterEntry entry,
            EntryBody said,
            List<Objection> unknown,
            Function<RegisterEntry, ?> view) {
        if (!unknown.isEmpty()) {
            List<Objection> all = new ArrayList<>(unknown);
            all.addAll(said.objections());
            all.addAll(said.misplaced(entry.key(), entry.region()));
            return problems.unprocessable(all);
        }
        return answer(
                200,
                keep.change(
                        entry.key(),
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
        Histories.readable(
                caller, Optional.of(entry), e -> List.of(e.region()), "entry", entry.key());
        return Page.of(
                        history.before(
                                entry.register(),
                                entry.key(),
                                Histories.newest(page),
                                page.fetch()),
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

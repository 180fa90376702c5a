package org.oneseal.catalog.web;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.oneseal.catalog.registers.EntryHistory;
import org.oneseal.catalog.registers.EntryOutcome;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the routes of all registers have in common: finding, answering, history. */
@Component
class EntryAnswers {

    private final Registers registers;
    private final EntryHistory history;
    private final Problems problems;

    EntryAnswers(Registers registers, EntryHistory history, Problems problems) {
        this.registers = registers;
        this.history = history;
        this.problems = problems;
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

    Page<RegisterEntry> list(Registers.Query query, PageRequest page) {
        return Page.of(
                registers.list(query),
                page,
                entry ->
                        List.of(
                                entry.body().words().isEmpty()
                                        ? ""
                                        : org.oneseal.catalog.words.Folded.key(
                                                entry.body().words().getFirst()),
                                entry.key()));
    }
}

package org.oneseal.catalog.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The routes of a register whose entries are known by a code that people use. What an entry says,
 * and what stands against it, its controller knows, which extends this one.
 *
 * @param <V> an entry as it is shown
 */
abstract class RegisterApi<V> {

    private final Register register;
    private final EntryAnswers answers;
    private final Function<RegisterEntry, V> view;

    RegisterApi(Register register, EntryAnswers answers, Function<RegisterEntry, V> view) {
        this.register = register;
        this.answers = answers;
        this.view = view;
    }

    /** The entry, if the caller edits where it counts. */
    RegisterEntry editable(Caller caller, String code) {
        return answers.editable(caller, register, code);
    }

    /** Entries by a part of what they are found by, that count in a region. */
    @GetMapping
    Page<V> list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            PageRequest page) {
        return answers.list(
                register, new EntryAnswers.Asked(q, region, null, withdrawn), page, view);
    }

    @GetMapping("/{code}")
    ResponseEntity<?> one(Caller caller, @PathVariable String code) {
        return answers.one(answers.find(register, code), view);
    }

    /** It counts no longer; its history stays. */
    @DeleteMapping("/{code}")
    ResponseEntity<?> withdraw(Caller caller, ExpectedVersion version, @PathVariable String code) {
        return answers.withdraw(caller, version, register, code, view);
    }

    /** Who did what and when, newest first; for the editors of the region and for auditors. */
    @GetMapping("/{code}/history")
    Page<EntryAnswers.EntryHistoryView> history(
            Caller caller, @PathVariable String code, PageRequest page) {
        return answers.history(caller, answers.find(register, code), page);
    }
}

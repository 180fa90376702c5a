package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.registers.ItemAliases;
import org.oneseal.catalog.registers.KeepEntry;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The names by which people call an item (俗称); they change without a new version of the item. */
@RestController
@RequestMapping("/api/v1/items/{code}/aliases")
class AliasesApi {

    private final ItemAnswers items;
    private final Registers registers;
    private final EntryAnswers answers;
    private final KeepEntry keep;
    private final InstantSource time;

    AliasesApi(
            ItemAnswers items,
            Registers registers,
            EntryAnswers answers,
            KeepEntry keep,
            InstantSource time) {
        this.items = items;
        this.registers = registers;
        this.answers = answers;
        this.keep = keep;
        this.time = time;
    }

    /** All names people call it by from now on. */
    record AliasesRequest(@NotNull @Size(max = 20) List<@NotNull @Size(max = 200) String> names) {}

    /**
     * The names people call it by.
     *
     * @param version 0 where there never were any
     */
    record AliasesView(String item, List<String> names, long version) {

        static AliasesView of(RegisterEntry entry) {
            return new AliasesView(entry.key(), entry.body().words(), entry.version());
        }
    }

    @GetMapping
    ResponseEntity<?> aliases(Caller caller, @PathVariable String code) {
        items.find(caller, code);
        AliasesView view =
                registers
                        .find(Register.ALIASES, code)
                        .map(AliasesView::of)
                        .orElse(new AliasesView(code, List.of(), 0));
        return ResponseEntity.ok().eTag(Versions.etag(view.version())).body(view);
    }

    /** Replaces the names; the first ones at version 0. */
    @PutMapping
    ResponseEntity<?> put(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody AliasesRequest body) {
        Item item = items.editable(caller, code);
        ItemAliases aliases = new ItemAliases(body.names());
        Optional<RegisterEntry> there = registers.find(Register.ALIASES, code);
        if (there.isEmpty() && version.value() != 0) throw new StaleVersion(code, version.value());
        return there.isEmpty()
                ? answers.answer(
                        200,
                        keep.add(
                                code,
                                item.region(),
                                RegisterEntry.EDITOR,
                                aliases,
                                Editing.actor(caller),
                                time.instant()),
                        AliasesView::of)
                : answers.change(caller, version, there.get(), aliases, List.of(), AliasesView::of);
    }

    @GetMapping("/history")
    Page<EntryAnswers.EntryHistoryView> history(
            Caller caller, @PathVariable String code, PageRequest page) {
        return answers.history(caller, answers.find(Register.ALIASES, code), page);
    }
}

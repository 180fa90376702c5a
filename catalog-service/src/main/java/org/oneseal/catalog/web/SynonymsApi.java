package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.registers.KeepEntry;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.catalog.registers.SynonymGroup;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Words that mean the same where people search (同义词). */
@RestController
@RequestMapping("/api/v1/synonyms")
class SynonymsApi {

    private final EntryAnswers answers;
    private final KeepEntry keep;
    private final Ids ids;
    private final IdempotentPosts posts;
    private final InstantSource time;

    SynonymsApi(
            EntryAnswers answers,
            KeepEntry keep,
            Ids ids,
            IdempotentPosts posts,
            InstantSource time) {
        this.answers = answers;
        this.keep = keep;
        this.ids = ids;
        this.posts = posts;
        this.time = time;
    }

    /** Words of which each finds what the others find, in the region and below it. */
    record NewSynonymsRequest(
            @NotNull @Size(max = 20) String region,
            @NotNull @Size(max = 20) List<@NotNull @Size(max = 200) String> words) {}

    /** The words from now on. */
    record SynonymsRequest(@NotNull @Size(max = 20) List<@NotNull @Size(max = 200) String> words) {}

    /** A group of words. */
    record SynonymsView(
            String id,
            String region,
            List<String> words,
            String origin,
            boolean withdrawn,
            long version) {

        static SynonymsView of(RegisterEntry entry) {
            return new SynonymsView(
                    entry.key(),
                    entry.region().value(),
                    entry.body().words(),
                    entry.origin(),
                    entry.withdrawn(),
                    entry.version());
        }
    }

    @GetMapping
    Page<SynonymsView> list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String region,
            PageRequest page) {
        return answers.list(
                        new Registers.Query(
                                Register.SYNONYMS,
                                q,
                                region == null ? null : Codes.region(region),
                                null,
                                false,
                                page.sortedBy(SortKey.TEXT, SortKey.TEXT).keyset(),
                                page.fetch()),
                        page)
                .map(SynonymsView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(Caller caller, @PathVariable String id) {
        return answers.one(answers.find(Register.SYNONYMS, id), SynonymsView::of);
    }

    @PostMapping
    ResponseEntity<?> add(
            Caller caller, IdempotencyKey key, @Valid @RequestBody NewSynonymsRequest body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        RegionCode region = Codes.region(body.region());
        Editing.require(caller, region);
        return posts.once(
                caller,
                key,
                "POST /synonyms",
                body,
                () ->
                        answers.answer(
                                201,
                                keep.add(
                                        ids.next(region),
                                        region,
                                        RegisterEntry.EDITOR,
                                        new SynonymGroup(body.words()),
                                        Editing.actor(caller),
                                        time.instant()),
                                SynonymsView::of));
    }

    @PutMapping("/{id}")
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody SynonymsRequest body) {
        answers.editable(caller, Register.SYNONYMS, id);
        return answers.answer(
                200,
                keep.change(
                        id,
                        version.value(),
                        RegisterEntry.EDITOR,
                        new SynonymGroup(body.words()),
                        Editing.actor(caller),
                        time.instant()),
                SynonymsView::of);
    }

    /** The words no longer mean the same; the history stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<?> withdraw(Caller caller, ExpectedVersion version, @PathVariable String id) {
        answers.editable(caller, Register.SYNONYMS, id);
        return answers.answer(
                200,
                keep.withdraw(
                        Register.SYNONYMS,
                        id,
                        version.value(),
                        Editing.actor(caller),
                        time.instant()),
                SynonymsView::of);
    }

    @GetMapping("/{id}/history")
    Page<EntryAnswers.EntryHistoryView> history(
            Caller caller, @PathVariable String id, PageRequest page) {
        return answers.history(caller, answers.find(Register.SYNONYMS, id), page);
    }
}

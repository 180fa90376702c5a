package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.SynonymGroup;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
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
    private final Ids ids;

    SynonymsApi(EntryAnswers answers, Ids ids) {
        this.answers = answers;
        this.ids = ids;
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
                Register.SYNONYMS, EntryAnswers.Asked.of(q, region), page, SynonymsView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(Caller caller, @PathVariable String id) {
        return answers.one(answers.find(Register.SYNONYMS, id), SynonymsView::of);
    }

    @PostMapping
    ResponseEntity<?> add(
            Caller caller, IdempotencyKey key, @Valid @RequestBody NewSynonymsRequest body) {
        return answers.add(
                caller,
                body.region(),
                ids::next,
                new EntryAnswers.Sent(
                        key, "/synonyms", body, new SynonymGroup(body.words()), "", List.of()),
                SynonymsView::of);
    }

    @PutMapping("/{id}")
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody SynonymsRequest body) {
        return answers.change(
                caller,
                version,
                answers.editable(caller, Register.SYNONYMS, id),
                new SynonymGroup(body.words()),
                List.of(),
                SynonymsView::of);
    }

    /** The words no longer mean the same; the history stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<?> withdraw(Caller caller, ExpectedVersion version, @PathVariable String id) {
        return answers.withdraw(caller, version, Register.SYNONYMS, id, SynonymsView::of);
    }

    @GetMapping("/{id}/history")
    Page<EntryAnswers.EntryHistoryView> history(
            Caller caller, @PathVariable String id, PageRequest page) {
        return answers.history(caller, answers.find(Register.SYNONYMS, id), page);
    }
}

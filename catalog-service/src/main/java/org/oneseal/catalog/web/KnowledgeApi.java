package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.registers.KeepEntry;
import org.oneseal.catalog.registers.KnowledgeAnswer;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
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

/** Questions with the answers of the authority (知识库); told once somebody else has approved them. */
@RestController
@RequestMapping("/api/v1/knowledge")
class KnowledgeApi {

    private final EntryAnswers answers;
    private final KeepEntry keep;
    private final Items items;
    private final Ids ids;
    private final IdempotentPosts posts;
    private final InstantSource time;

    KnowledgeApi(
            EntryAnswers answers,
            KeepEntry keep,
            Items items,
            Ids ids,
            IdempotentPosts posts,
            InstantSource time) {
        this.answers = answers;
        this.keep = keep;
        this.items = items;
        this.ids = ids;
        this.posts = posts;
        this.time = time;
    }

    /** A new question with its answer, for a region and what lies below it. */
    record NewAnswerRequest(
            @NotNull @Size(max = 20) String region, @NotNull @Valid AnswerRequest answer) {}

    /**
     * What is asked and answered.
     *
     * @param phrasings other ways to ask
     * @param item code of the item it is about
     */
    record AnswerRequest(
            @NotNull @Size(max = 200) String question,
            @Nullable @Size(max = 20) List<@NotNull @Size(max = 200) String> phrasings,
            @NotNull @Size(max = 4000) String answer,
            @Nullable @Size(max = 40) String item,
            @Nullable @Size(max = 500) String ground,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        KnowledgeAnswer by(String writer) {
            return new KnowledgeAnswer(
                    question,
                    phrasings == null ? List.of() : phrasings,
                    answer,
                    item,
                    ground,
                    validFrom,
                    validTo,
                    writer,
                    null);
        }
    }

    /**
     * A question with its answer.
     *
     * @param approvedBy opaque id of who stands for it, null while nobody does
     */
    record AnswerView(
            String id,
            String region,
            String question,
            List<String> phrasings,
            String answer,
            @Nullable String item,
            @Nullable String ground,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            boolean withdrawn,
            long version) {

        static AnswerView of(RegisterEntry entry) {
            KnowledgeAnswer body = entry.said(KnowledgeAnswer.class);
            KnowledgeAnswer.Approval approval = body.approval();
            return new AnswerView(
                    entry.key(),
                    entry.region().value(),
                    body.question(),
                    body.phrasings(),
                    body.answer(),
                    body.item(),
                    body.ground(),
                    body.validFrom(),
                    body.validTo(),
                    approval == null ? null : approval.by(),
                    approval == null ? null : approval.at(),
                    entry.withdrawn(),
                    entry.version());
        }
    }

    /** Answers by a part of their question, where they count, about an item; for editors. */
    @GetMapping
    Page<AnswerView> list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String item,
            PageRequest page) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR, Role.AUDITOR);
        return answers.list(
                Register.KNOWLEDGE,
                new EntryAnswers.Asked(q, region, item, false),
                page,
                AnswerView::of);
    }

    /** An approved answer is there for everybody, another one for the editors of its region. */
    @GetMapping("/{id}")
    ResponseEntity<?> one(Caller caller, @PathVariable String id) {
        RegisterEntry entry = answers.find(Register.KNOWLEDGE, id);
        boolean told =
                !entry.withdrawn()
                        && entry.body() instanceof KnowledgeAnswer answer
                        && answer.approval() != null;
        if (!told && !Editing.covers(caller, entry.region())) throw new NotFound("entry", id);
        return answers.one(entry, AnswerView::of);
    }

    @PostMapping
    ResponseEntity<?> add(
            Caller caller, IdempotencyKey key, @Valid @RequestBody NewAnswerRequest body) {
        return answers.add(
                caller,
                body.region(),
                ids::next,
                new EntryAnswers.Sent(
                        key,
                        "/knowledge",
                        body,
                        body.answer().by(caller.subject()),
                        "/answer",
                        unknown(body.answer())),
                AnswerView::of);
    }

    /** Replaces the text, which then waits for approval again. */
    @PutMapping("/{id}")
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody AnswerRequest body) {
        return answers.change(
                caller,
                version,
                answers.editable(caller, Register.KNOWLEDGE, id),
                body.by(caller.subject()),
                unknown(body),
                AnswerView::of);
    }

    /** Somebody other than the writer stands for the answer: from now on it is told. */
    @PostMapping("/{id}/approval")
    ResponseEntity<?> approve(
            Caller caller, IdempotencyKey key, ExpectedVersion version, @PathVariable String id) {
        answers.editable(caller, Register.KNOWLEDGE, id);
        return posts.once(
                caller,
                key,
                "POST /knowledge/" + id + "/approval",
                version.value(),
                () ->
                        answers.answer(
                                200,
                                keep.approve(
                                        id, version.value(), Editing.actor(caller), time.instant()),
                                AnswerView::of));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> withdraw(Caller caller, ExpectedVersion version, @PathVariable String id) {
        return answers.withdraw(caller, version, Register.KNOWLEDGE, id, AnswerView::of);
    }

    @GetMapping("/{id}/history")
    Page<EntryAnswers.EntryHistoryView> history(
            Caller caller, @PathVariable String id, PageRequest page) {
        return answers.history(caller, answers.find(Register.KNOWLEDGE, id), page);
    }

    private List<Objection> unknown(AnswerRequest body) {
        String item = body.item();
        return item == null || items.find(item).isPresent()
                ? List.of()
                : List.of(Objection.of("item-unknown", item).at("/item"));
    }
}

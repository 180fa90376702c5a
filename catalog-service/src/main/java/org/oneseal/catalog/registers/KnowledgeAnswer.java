package org.oneseal.catalog.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * A question people ask, with the answer of the authority (知识库问答). Only an approved one is told,
 * within its days; any change takes the approval away.
 *
 * @param phrasings other ways to ask the same
 * @param item code of the item it is about, null for none
 * @param ground law or document that the answer rests on, null for none
 * @param validFrom first day, null from the beginning; Asia/Shanghai
 * @param validTo last day, null without end
 * @param writer who wrote this text, so that somebody else approves it
 * @param approval null until somebody has approved this text
 */
public record KnowledgeAnswer(
        String question,
        List<String> phrasings,
        String answer,
        @Nullable String item,
        @Nullable String ground,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String writer,
        @Nullable Approval approval)
        implements EntryBody {

    /** Who stands for the answer, by opaque id, and since when. */
    public record Approval(String by, Instant at) {}

    public KnowledgeAnswer {
        question = question.strip();
        answer = answer.strip();
        phrasings = phrasings.stream().map(String::strip).distinct().toList();
    }

    @Override
    public Register register() {
        return Register.KNOWLEDGE;
    }

    @Override
    public List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (question.isEmpty()) objections.add(Objection.of("question-missing").at("/question"));
        if (answer.isEmpty()) objections.add(Objection.of("answer-missing").at("/answer"));
        LocalDate from = validFrom;
        LocalDate to = validTo;
        if (from != null && to != null && to.isBefore(from)) {
            objections.add(Objection.of("validity-reversed", to.toString()).at("/validTo"));
        }
        return objections;
    }

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>(phrasings);
        words.addFirst(question);
        return words;
    }

    KnowledgeAnswer approvedBy(String by, Instant at) {
        return new KnowledgeAnswer(
                question,
                phrasings,
                answer,
                item,
                ground,
                validFrom,
                validTo,
                writer,
                new Approval(by, at));
    }
}

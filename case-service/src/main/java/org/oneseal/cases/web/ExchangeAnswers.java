package org.oneseal.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.Envelope;
import org.oneseal.cases.exchange.FeedBooks;
import org.oneseal.cases.exchange.Verdict;
import org.oneseal.cases.web.ExchangeBodies.ConflictView;
import org.oneseal.cases.web.ExchangeBodies.EventAnswer;
import org.oneseal.cases.web.ExchangeBodies.ReasonView;
import org.oneseal.cases.web.ExchangeBodies.RejectionView;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.springframework.stereotype.Component;

/** Puts verdicts and reasons into the reader's language. */
@Component
class ExchangeAnswers {

    private final Words words;
    private final Json json;
    private final ExchangeViews views;

    ExchangeAnswers(Words words, Json json, ExchangeViews views) {
        this.words = words;
        this.json = json;
        this.views = views;
    }

    ConflictView conflict(FeedBooks.ConflictRow row) {
        String taken = row.takenBefore();
        return new ConflictView(
                row.id(),
                row.source(),
                row.sourceCase(),
                row.sequence(),
                row.type(),
                row.kind(),
                row.occurredAt(),
                row.firstAt(),
                row.lastAt(),
                row.times(),
                json.mapper().readTree(row.told()),
                row.takenType(),
                taken == null ? null : json.mapper().readTree(taken),
                row.settled());
    }

    EventAnswer answer(int index, @Nullable String told, Verdict verdict) {
        String id = Envelope.shown(told);
        return switch (verdict) {
            case Verdict.Accepted(var caseId) ->
                    new EventAnswer(index, id, "ACCEPTED", caseId, null, null, List.of());
            case Verdict.Duplicate _ ->
                    new EventAnswer(index, id, "DUPLICATE", null, null, null, List.of());
            case Verdict.Waiting(var expected) ->
                    new EventAnswer(index, id, "WAITING", null, expected, null, List.of());
            case Verdict.Conflict(var conflict, var kind) ->
                    new EventAnswer(
                            index,
                            id,
                            "CONFLICT",
                            null,
                            null,
                            conflict,
                            told(List.of(Objection.of(code(kind)))));
            case Verdict.Rejected(var objections) ->
                    new EventAnswer(index, id, "REJECTED", null, null, null, told(objections));
        };
    }

    RejectionView rejection(FeedBooks.RejectionRow row) {
        return views.rejection(row, kept(row.reasons()));
    }

    private List<ReasonView> kept(List<FeedBooks.Reason> reasons) {
        return reasons.stream()
                .map(
                        r ->
                                new ReasonView(
                                        r.code(),
                                        words.of("objection." + r.code(), r.arguments().toArray()),
                                        r.field()))
                .toList();
    }

    private List<ReasonView> told(List<Objection> objections) {
        return objections.stream()
                .map(
                        o ->
                                new ReasonView(
                                        o.code(),
                                        words.of("objection." + o.code(), o.arguments().toArray()),
                                        o.field()))
                .toList();
    }

    private static String code(Verdict.ConflictKind kind) {
        return switch (kind) {
            case OTHER_CONTENT -> "feed-conflict-content";
            case OTHER_TYPE -> "feed-conflict-type";
        };
    }
}

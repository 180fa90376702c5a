package org.oneseal.cases.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.Envelope;
import org.oneseal.cases.exchange.FeedBooks;
import org.oneseal.cases.exchange.Verdict;
import org.oneseal.cases.web.ExchangeBodies.EventAnswer;
import org.oneseal.cases.web.ExchangeBodies.ReasonView;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.PageRequest;
import org.springframework.stereotype.Component;

/** Puts verdicts and reasons into the reader's language. */
@Component
class ExchangeAnswers {

    private final Words words;

    ExchangeAnswers(Words words) {
        this.words = words;
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

    List<ReasonView> kept(List<FeedBooks.Reason> reasons) {
        return reasons.stream()
                .map(
                        r ->
                                new ReasonView(
                                        r.code(),
                                        words.of("objection." + r.code(), r.arguments().toArray()),
                                        r.field()))
                .toList();
    }

    static List<String> keyset(PageRequest page, int size) {
        List<String> keyset = page.keyset();
        if (keyset.isEmpty()) return keyset;
        try {
            boolean storable =
                    keyset.stream().flatMapToInt(String::chars).noneMatch(Character::isISOControl);
            if (keyset.size() == size && storable) {
                int year = Instant.parse(keyset.getFirst()).atOffset(ZoneOffset.UTC).getYear();
                if (year < 1970 || year > 9999) page.numbers(-1);
                if (size > 2) Long.parseLong(keyset.getLast());
                return keyset;
            }
        } catch (DateTimeException | NumberFormatException e) {
            // told below, like every other cursor that is not this list's
        }
        page.numbers(-1);
        throw new IllegalStateException("a cursor of another list was not refused");
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

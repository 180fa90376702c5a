package org.oneseal.supervision.ruling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.supervising.WatchTerm;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the limit of a clock for a region, from tomorrow at the earliest: what runs keeps the limit
 * it was opened with. A region may promise more than the law, never less.
 */
@Component
public class SetTerm {

    private static final Set<WatchKind> TERMED =
            Set.of(
                    WatchKind.ANSWER,
                    WatchKind.CERTIFICATE,
                    WatchKind.PUBLICITY,
                    WatchKind.MARKET,
                    WatchKind.DISCLOSURE,
                    WatchKind.TICKET,
                    WatchKind.REVIEW);

    /** What is told milestone by milestone; other clocks have one stage. */
    private static final Set<WatchKind> STAGED =
            Set.of(
                    WatchKind.PUBLICITY,
                    WatchKind.MARKET,
                    WatchKind.DISCLOSURE,
                    WatchKind.TICKET,
                    WatchKind.REVIEW);

    private static final int MOST_DAYS = 365;
    private static final int LONGEST_GROUND = 200;

    private final TermBook book;

    SetTerm(TermBook book) {
        this.book = book;
    }

    /** What became of it. */
    public sealed interface Outcome {}

    public record Agreed(WatchTerm term) implements Outcome {}

    public record Objected(List<Objection> objections) implements Outcome {}

    /**
     * @param own region of who sets it
     */
    @Transactional
    public Outcome set(WatchTerm term, @Nullable RegionCode own, Actor actor, Instant now) {
        List<WatchTerm> terms = book.termsForUpdate();
        List<Objection> found = new ArrayList<>();
        if (own == null || !own.contains(term.region())) {
            found.add(Objection.of("rule-region-outside", term.region().value()).at("/region"));
        }
        limit(term, terms, found);
        if (term.ground().isBlank() || term.ground().length() > LONGEST_GROUND) {
            found.add(Objection.of("rule-ground-missing", LONGEST_GROUND).at("/ground"));
        }
        found.addAll(
                RuleChecks.days(
                        term.from(), term.to(), LocalDate.ofInstant(now, WorkCalendar.ZONE)));
        terms.stream()
                .filter(t -> t.isOf(term.kind(), term.stage()))
                .filter(t -> t.region().equals(term.region()))
                .map(WatchTerm::from)
                .max(Comparator.naturalOrder())
                .filter(last -> !term.from().isAfter(last))
                .ifPresent(last -> found.add(notLatest(last)));
        if (!found.isEmpty()) return new Objected(found);
        book.add(term, actor, now);
        return new Agreed(term);
    }

    private static Objection notLatest(LocalDate last) {
        return Objection.of("term-not-latest", last).at("/effectiveFrom");
    }

    private static void limit(WatchTerm term, List<WatchTerm> terms, List<Objection> found) {
        if (!TERMED.contains(term.kind())) {
            found.add(Objection.of("term-kind-unfit", term.kind().name()).at("/kind"));
        }
        if (term.stage() != null && !STAGED.contains(term.kind())) {
            found.add(Objection.of("term-stage-unfit", term.kind().name()).at("/stage"));
        }
        if (term.limit().unit() != LimitUnit.WORKING_DAY) {
            found.add(Objection.of("term-unit-unfit", term.limit().unit().name()).at("/unit"));
            return;
        }
        if (term.limit().amount() > MOST_DAYS) {
            found.add(Objection.of("rule-amount-too-large", MOST_DAYS).at("/amount"));
        }
        List<WatchTerm> above =
                terms.stream().filter(t -> !t.region().equals(term.region())).toList();
        WatchTerm.governing(above, term.kind(), term.stage(), term.region(), term.from())
                .filter(t -> t.limit().amount() < term.limit().amount())
                .ifPresent(
                        t ->
                                found.add(
                                        Objection.of("term-longer-than-law", t.limit().amount())
                                                .withGround(t.ground())
                                                .at("/amount")));
    }
}

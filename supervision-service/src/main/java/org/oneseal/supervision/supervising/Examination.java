package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.warning.Plotter;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.Watchkeeper;

/**
 * One case under examination: its dossier grows fact by fact, its watches follow, and every card
 * that falls due on the way is noted. Pure; what it notes is written by others.
 */
public final class Examination {

    private final Watchkeeper watchkeeper;
    private final Plotter plotter;
    private final CardRules rules;
    private final OrderedRun orderedRun;
    private final Map<String, Kept> watches = new LinkedHashMap<>();
    private final List<Draw> draws = new ArrayList<>();

    /** Watches that had cards once; a late fact may have taken the watch away. */
    private final Set<String> carded = new HashSet<>();

    private @Nullable Dossier dossier;

    public Examination(
            Norms norms, CardRules rules, @Nullable Dossier dossier, List<Kept> watches) {
        this.watchkeeper = new Watchkeeper(norms);
        this.plotter = new Plotter(norms, rules);
        this.rules = rules;
        this.orderedRun = new OrderedRun(watchkeeper, plotter);
        this.dossier = dossier;
        watches.stream()
                .sorted(Comparator.comparing(k -> k.watch().id()))
                .forEach(k -> this.watches.put(k.watch().id(), k));
        watches.stream().filter(k -> k.standing() != null).forEach(k -> carded.add(k.watch().id()));
    }

    /**
     * Takes the next fact. Thresholds that lay before it became known are drawn first, by what was
     * known then.
     *
     * @param heldFor feed of old news the fact came with, null if it is fresh
     */
    public void take(News news, @Nullable String heldFor) {
        Instant recordedAt = news.fact().told().recordedAt();
        watches.replaceAll((_, kept) -> catchUp(kept, recordedAt));
        Dossier before = dossier;
        Dossier grown =
                before == null
                        ? new Dossier(news.head(), List.of(news.fact()))
                        : before.with(news.head(), news.fact());
        dossier = grown;
        derive(grown, heldFor, Instant.MIN);
    }

    /** Derives all watches anew, because a calendar or an item changed. */
    public void reexamine(Instant now) {
        if (dossier == null) return;
        watches.replaceAll((_, kept) -> catchUp(kept, now));
        Map<String, Kept> before = Map.copyOf(watches);
        String held =
                before.values().stream()
                        .map(Kept::heldFor)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        derive(dossier, held, now);
        before.forEach((id, old) -> watches.computeIfPresent(id, (_, kept) -> settled(old, kept)));
    }

    /**
     * A closed watch keeps the due dates it was closed with, if it had all they rest on: a calendar
     * and, where the case names an item, that item.
     */
    private static Kept settled(Kept old, Kept anew) {
        boolean measured =
                old.watch().dues().calendarVersion() != null || old.watch().dues().instantsOnly();
        boolean itemCame = anew.watch().itemKnown() && !old.watch().itemKnown();
        return old.watch().isClosed() && measured && !itemCame
                ? new Kept(
                        old.watch(),
                        old.course(),
                        old.knownAt(),
                        old.caseSequence(),
                        old.standing(),
                        old.heldFor(),
                        false)
                : anew;
    }

    private void derive(Dossier current, @Nullable String heldFor, Instant noEarlier) {
        Map<String, Kept> before = Map.copyOf(watches);
        watches.clear();
        for (Watch watch : watchkeeper.watches(current)) {
            Kept old = before.get(watch.id());
            Kept kept =
                    old != null && old.isLeftAloneBy(watch)
                            ? old.withHeldFor(heldFor)
                            : kept(watch, old, current, heldFor, noEarlier);
            watches.put(watch.id(), heldFor == null ? drawPassed(kept) : kept);
        }
    }

    private Kept kept(
            Watch watch,
            @Nullable Kept old,
            Dossier current,
            @Nullable String heldFor,
            Instant noEarlier) {
        Instant known = later(current.knownAt(), noEarlier);
        return new Kept(
                watch,
                plotter.course(watch),
                old == null ? known : later(known, old.knownAt()),
                current.sequence(),
                old == null ? null : old.standing(),
                heldFor,
                false);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** What lay on the old course up to that instant was due before the news. */
    private Kept catchUp(Kept kept, Instant until) {
        if (kept.stale()) return kept;
        List<Crossing> reached = kept.course().reached(kept.knownAt(), until, kept.standing());
        reached.forEach(c -> note(kept, c));
        return kept.drawn(reached);
    }

    private Kept drawPassed(Kept kept) {
        Crossing passed =
                kept.course().passed(kept.knownAt(), kept.standing(), kept.watch().isClosed());
        if (passed == null) return kept;
        note(kept, passed);
        return kept.drawn(List.of(passed));
    }

    private void note(Kept kept, Crossing crossing) {
        CardRule rule = rules.version(crossing.rule(), crossing.ruleVersion());
        if (rule == null) throw new IllegalStateException("unknown rule " + crossing.rule());
        draws.add(new Draw(kept.watch(), crossing, rule, kept.knownAt(), kept.caseSequence()));
        carded.add(kept.watch().id());
    }

    /** Watches with cards, those included that the facts do not open any more. */
    public Set<String> carded() {
        return Set.copyOf(carded);
    }

    /** Colours that the facts, each taken at its own time, support on a watch. */
    public Set<Colour> supported(String watchId, Instant now) {
        return dossier == null ? Set.of() : orderedRun.colours(dossier, watchId, now);
    }

    public @Nullable Dossier dossier() {
        return dossier;
    }

    public List<Kept> watches() {
        return List.copyOf(watches.values());
    }

    /** The clock of the case itself, null as long as it does not run. */
    @Nullable Watch caseWatch() {
        return watches.values().stream()
                .map(Kept::watch)
                .filter(w -> w.kind() == WatchKind.CASE)
                .findFirst()
                .orElse(null);
    }

    /** Cards that fell due, in order. */
    public List<Draw> draws() {
        return List.copyOf(draws);
    }
}

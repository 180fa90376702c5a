package org.oneseal.supervision.retrospect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.supervising.Replay;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Findings;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Told;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.Watchkeeper;

/**
 * Lives one case of a log through again, each event known the moment it happened; who told late is
 * counted beside. Pure.
 */
final class JudgeCase {

    private final LogMapping mapping;
    private final RegionCode region;
    private final Norms norms;
    private final Replay replay;
    private final Instant now;

    JudgeCase(LogMapping mapping, RegionCode region, Norms norms, CardRules rules, Instant now) {
        this.mapping = mapping;
        this.region = region;
        this.norms = norms;
        this.replay = new Replay(norms, rules);
        this.now = now;
    }

    /**
     * @param events of one case, in the order they happened, at least one
     */
    Retrospects.JudgedCase judge(List<RawEvent> events) {
        RawEvent first = events.getFirst();
        CaseHead head = head(first, events);
        Dossier dossier = new Dossier(head, facts(events));
        Watch watch =
                new Watchkeeper(norms)
                        .watches(dossier).stream()
                                .filter(w -> w.kind() == WatchKind.CASE)
                                .findFirst()
                                .orElseThrow();
        List<Replay.Drawn> drawn =
                replay.cards(dossier, now).stream()
                        .filter(d -> d.watch().kind() == WatchKind.CASE)
                        .toList();
        Instant closed = watch.closedAt();
        int late = 0;
        long longest = 0;
        for (RawEvent event : events) {
            Told told = new Told(1, event.at(), event.recorded(), null, List.of());
            CaseFact step = new CaseFact.Stepped(told, null, null, null);
            if (Findings.isLate(step, norms.calendar(region).orElse(null))) late++;
            longest = Math.max(longest, told.lag().toSeconds());
        }
        boolean afterEnd = closed != null && events.stream().anyMatch(e -> e.at().isAfter(closed));
        return new Retrospects.JudgedCase(
                first.caseId(),
                head.department(),
                head.itemCode(),
                events.size(),
                watch.openedAt(),
                closed,
                earlier(watch.dues().legal(), watch.dues().promised()),
                watch.dues().declared(),
                watch.isLate(now),
                watch.dues().promise() == null,
                has(drawn, Colour.BLUE),
                has(drawn, Colour.YELLOW),
                has(drawn, Colour.RED),
                afterEnd,
                closed != null && closed.isBefore(watch.openedAt()),
                late,
                longest,
                drawn.stream().map(d -> d.crossing().rule()).toList());
    }

    private static boolean has(List<Replay.Drawn> drawn, Colour colour) {
        return drawn.stream().anyMatch(d -> d.crossing().colour() == colour);
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null) return b;
        return b == null || a.isBefore(b) ? a : b;
    }

    private CaseHead head(RawEvent first, List<RawEvent> events) {
        return new CaseHead(
                first.caseId(),
                first.caseId(),
                last(events.stream().map(RawEvent::item).toList()),
                null,
                "",
                false,
                true,
                "log",
                null,
                "",
                region,
                last(events.stream().map(RawEvent::department).toList()));
    }

    private static @Nullable String last(List<@Nullable String> values) {
        return values.stream().filter(Objects::nonNull).reduce((_, b) -> b).orElse(null);
    }

    /** The facts that move the clock; steps do not and would only cost time. */
    private List<CaseFact> facts(List<RawEvent> events) {
        List<CaseFact> facts = new ArrayList<>();
        RawEvent opening =
                events.stream()
                        .filter(e -> isStart(mapping.effect(e.activity())))
                        .findFirst()
                        .orElse(events.getFirst());
        long sequence = 1;
        Told.Claim claim = claim(events);
        Told opened = told(sequence++, opening, claim);
        facts.add(new CaseFact.Submitted(opened));
        RawEvent accepting =
                events.stream()
                        .filter(e -> mapping.effect(e.activity()) == LogMapping.Effect.ACCEPTED)
                        .findFirst()
                        .orElse(opening);
        if (mapping.legal() != null || mapping.promised() != null) {
            facts.add(
                    new CaseFact.Accepted(
                            told(sequence++, accepting, claim),
                            accepting.at(),
                            false,
                            mapping.legal(),
                            mapping.promised(),
                            null));
        }
        RawEvent end = null;
        String stopped = null;
        for (RawEvent event : events) {
            LogMapping.Effect effect = mapping.effect(event.activity());
            if (effect == null) continue;
            switch (effect) {
                case SUSPENDED -> {
                    if (stopped != null) continue;
                    stopped = "p" + sequence;
                    facts.add(
                            new CaseFact.Suspended(
                                    told(sequence++, event, null),
                                    stopped,
                                    stoppedDays(events, event)));
                }
                case RESUMED -> {
                    if (stopped == null) continue;
                    facts.add(new CaseFact.Resumed(told(sequence++, event, null), stopped));
                    stopped = null;
                }
                case FINISHED -> {
                    if (end == null) end = event;
                }
                case RECEIVED, ACCEPTED, IGNORED -> {}
            }
        }
        if (end == null && mapping.endsWithLastEvent()) {
            end = events.stream().max(Comparator.comparing(RawEvent::at)).orElseThrow();
        }
        if (end != null) facts.add(new CaseFact.Finished(told(sequence, end, null), ""));
        return facts;
    }

    /** A log announces nothing: a stop counts for as long as it took. */
    private int stoppedDays(List<RawEvent> events, RawEvent stop) {
        Instant until =
                events.stream()
                        .filter(e -> mapping.effect(e.activity()) == LogMapping.Effect.RESUMED)
                        .map(RawEvent::at)
                        .filter(at -> !at.isBefore(stop.at()))
                        .findFirst()
                        .orElse(now);
        WorkCalendar calendar = norms.calendar(region).orElse(null);
        if (calendar == null) return 0;
        try {
            return Math.max(
                    0,
                    calendar.workdaysBetween(
                            LocalDate.ofInstant(stop.at(), WorkCalendar.ZONE),
                            LocalDate.ofInstant(until, WorkCalendar.ZONE)));
        } catch (UnknownYear e) {
            return 0;
        }
    }

    private static boolean isStart(LogMapping.@Nullable Effect effect) {
        return effect == LogMapping.Effect.RECEIVED || effect == LogMapping.Effect.ACCEPTED;
    }

    /** The date the source declared last. */
    private Told.@Nullable Claim claim(List<RawEvent> events) {
        Instant due =
                events.stream()
                        .map(RawEvent::due)
                        .filter(Objects::nonNull)
                        .reduce((_, b) -> b)
                        .orElse(null);
        return due == null ? null : new Told.Claim(null, null, due, null, mapping.instantsOnly());
    }

    private static Told told(long sequence, RawEvent event, Told.@Nullable Claim claim) {
        return new Told(sequence, event.at(), event.at(), claim, List.of());
    }
}

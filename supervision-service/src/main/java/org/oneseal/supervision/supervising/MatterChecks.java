package org.oneseal.supervision.supervising;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.CitizenNumber;
import org.oneseal.platform.objection.Objection;
import org.oneseal.supervision.watching.WatchKind;

/** Everything that speaks against what somebody tells of a matter, by whichever way it comes. */
final class MatterChecks {

    private static final Set<WatchKind> KINDS =
            Set.of(WatchKind.DISCLOSURE, WatchKind.TICKET, WatchKind.REVIEW);
    private static final int LONGEST_NUMBER = 80;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DEPARTMENT = 60;
    private static final int MOST_MILESTONES = 1000;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,39}");

    /** Clocks of departments differ, and so do replicas. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);

    private MatterChecks() {}

    static List<Objection> of(TellMatter.Opening opening, TellMatter.Teller teller) {
        List<Objection> found = new ArrayList<>();
        if (!KINDS.contains(opening.kind())) {
            found.add(Objection.of("matter-kind-unfit", opening.kind().name()).at("/kind"));
        }
        text(opening.number(), LONGEST_NUMBER, "/number", found);
        text(opening.title(), LONGEST_TITLE, "/title", found);
        text(opening.department(), LONGEST_DEPARTMENT, "/department", found);
        if (!teller.mayTellOf(opening.region(), opening.department())) {
            found.add(Objection.of("matter-outside", opening.department()).at("/department"));
        }
        return found;
    }

    static List<Objection> of(TellMatter.Step step, Instant now) {
        List<Objection> found = new ArrayList<>();
        word(step.reached(), "/reached", found);
        if (step.awaits() != null) word(step.awaits(), "/awaits", found);
        if (step.at().isAfter(now.plus(AHEAD))) {
            found.add(Objection.of("matter-in-future", step.at()).at("/at"));
        }
        if (step.at().isBefore(EARLIEST)) {
            found.add(Objection.of("matter-time-implausible", step.at()).at("/at"));
        }
        day(step.from(), "/from", found);
        day(step.by(), "/by", found);
        if (step.from() != null && step.by() != null && step.by().isBefore(step.from())) {
            found.add(Objection.of("matter-days-reversed").at("/by"));
        }
        return found;
    }

    static List<Objection> of(long sequence) {
        return sequence >= 1 && sequence <= MOST_MILESTONES
                ? List.of()
                : List.of(Objection.of("matter-sequence-range", MOST_MILESTONES).at("/sequence"));
    }

    /** Numbers and titles go into events: a person's number has no place in them. */
    private static void text(String text, int longest, String at, List<Objection> found) {
        if (text.isBlank()
                || text.codePointCount(0, text.length()) > longest
                || text.chars().anyMatch(Character::isISOControl)) {
            found.add(Objection.of("matter-text-malformed", longest).at(at));
        }
        if (CitizenNumber.isIn(text)) found.add(Objection.of("matter-personal-number").at(at));
    }

    private static void word(String word, String at, List<Objection> found) {
        if (!WORD.matcher(word).matches()) {
            found.add(Objection.of("matter-word-malformed").at(at));
        }
    }

    private static void day(@Nullable LocalDate day, String at, List<Objection> found) {
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            found.add(Objection.of("matter-time-implausible", day).at(at));
        }
    }
}

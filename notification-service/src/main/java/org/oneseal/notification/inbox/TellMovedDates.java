package org.oneseal.notification.inbox;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.oneseal.notification.inbox.MovedDates.Moved;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A decree moves many cases over some minutes; whoever has several of them is told once. A single
 * case is told of in its own words.
 */
@Component
public class TellMovedDates {

    private static final int TOGETHER = 100;
    private static final int NAMED = 10;

    private final MovedDates movedDates;
    private final SendMessages sendMessages;
    private final InstantSource time;
    private final Duration quiet;
    private final Duration atMost;

    TellMovedDates(
            MovedDates movedDates,
            SendMessages sendMessages,
            InstantSource time,
            @Value("${oneseal.notification.moved-dates.quiet:10m}") Duration quiet,
            @Value("${oneseal.notification.moved-dates.at-most:1h}") Duration atMost) {
        this.movedDates = movedDates;
        this.sendMessages = sendMessages;
        this.time = time;
        this.quiet = quiet;
        this.atMost = atMost;
    }

    @Transactional
    public void collect(List<Moved> moved) {
        if (moved.isEmpty()) return;
        Instant now = time.instant();
        movedDates.collect(moved, now.plus(quiet), now.plus(atMost));
    }

    /** Tells some of those who have waited long enough; false where nobody has. */
    @Transactional
    public boolean tell() {
        List<List<Occasion>> due = movedDates.takeDue(time.instant(), TOGETHER);
        sendMessages.send(due.stream().map(TellMovedDates::together).toList());
        return !due.isEmpty();
    }

    /** Named after the first event, so that the same told again is the same message. */
    private static Occasion together(List<Occasion> cases) {
        List<Occasion> sorted = cases.stream().sorted(comparing(Occasion::cause)).toList();
        Occasion first = sorted.getFirst();
        if (sorted.size() == 1) return first;
        return new Occasion(
                MessageKind.CASES_REBASED,
                first.cause(),
                sorted.stream().map(Occasion::recordedAt).max(Instant::compareTo).orElseThrow(),
                first.region(),
                null,
                first.recipient(),
                listed(
                        first.chinese(),
                        sorted.stream().map(o -> chinese(o.chinese())).toList(),
                        "；",
                        "……"),
                listed(
                        first.english(),
                        sorted.stream().map(o -> english(o.english())).toList(),
                        "; ",
                        " …"));
    }

    private static Map<String, String> listed(
            Map<String, String> first, List<String> cases, String between, String more) {
        Map<String, String> values = new HashMap<>();
        String decree = first.get("decree");
        if (decree != null) values.put("decree", decree);
        values.put("count", Integer.toString(cases.size()));
        String named = cases.stream().limit(NAMED).collect(Collectors.joining(between));
        values.put("cases", cases.size() > NAMED ? named + between + more : named);
        return values;
    }

    private static String chinese(Map<String, String> of) {
        String due = of.getOrDefault("promisedDue", of.getOrDefault("legalDue", ""));
        return "“%s”（办件编号 %s）%s前办结"
                .formatted(of.getOrDefault("itemName", ""), of.getOrDefault("caseNumber", ""), due);
    }

    private static String english(Map<String, String> of) {
        String due = of.getOrDefault("promisedDue", of.getOrDefault("legalDue", ""));
        return "“%s” (case %s) by %s"
                .formatted(of.getOrDefault("itemName", ""), of.getOrDefault("caseNumber", ""), due);
    }
}

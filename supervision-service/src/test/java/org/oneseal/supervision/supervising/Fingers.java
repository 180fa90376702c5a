package org.oneseal.supervision.supervising;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The other program: walks day by day over a set of rest days and counts on its fingers. */
final class Fingers {
    private final Set<LocalDate> rest;
    final Map<String, Long> sums = new TreeMap<>();

    Fingers(Set<LocalDate> rest) {
        this.rest = rest;
    }

    int days(LocalDate after, LocalDate until) {
        int n = 0;
        for (LocalDate d = after.plusDays(1); !d.isAfter(until); d = d.plusDays(1)) {
            if (!rest.contains(d)) n++;
        }
        return n;
    }

    LocalDate add(LocalDate day, int n) {
        LocalDate d = day;
        for (int left = n; left > 0; ) {
            d = d.plusDays(1);
            if (!rest.contains(d)) left--;
        }
        return d;
    }

    LocalDate back(LocalDate day, int n) {
        LocalDate d = day;
        for (int left = n; left > 0; ) {
            d = d.minusDays(1);
            if (!rest.contains(d)) left--;
        }
        return d;
    }

    void count(String what, long n) {
        if (n != 0) sums.merge(what, n, Long::sum);
    }

    int credit(PlainCase c) {
        if (c.suspended() == null || c.resumed() == null) return 0;
        int taken = days(c.suspended().toLocalDate(), c.resumed().toLocalDate());
        return Math.min(taken, c.announced());
    }

    int longer(PlainCase c) {
        return c.extended() == null ? 0 : c.by();
    }

    int promised(PlainCase c) {
        return c.promised() + (c.movesPromise() ? longer(c) : 0);
    }

    /** Every case is one of department d in 431103 on the item. */
    boolean knownElsewhere(PlainCase c) {
        PlainCase.PlainSystem s = c.system();
        if (!"431103000000".startsWith(s.area())) return false;
        if (!(s.department() + s.item()).equals("ditem")) return false;
        LocalDateTime until = s.until() == null ? LocalDateTime.MAX : s.until();
        return c.accepted().compareTo(s.since()) >= 0 && c.accepted().compareTo(until) < 0;
    }

    void measure(PlainCase c) {
        count("SUBMITTED", 0);
        count("ACCEPTED", 1);
        if (c.immediate()) count("ACCEPTED_IMMEDIATE", 1);
        if (c.channel().equals("ONLINE")) count("ACCEPTED_ONLINE", 1);
        if (!c.fed() && knownElsewhere(c)) count("ACCEPTED_REENTERED", 1);
        if (c.onPromise()) count("ACCEPTED_ON_PROMISE", 1);
        count("ACCEPTED_LEGAL_DAYS", c.legal());
        count("ACCEPTED_PROMISED_DAYS", c.promised());
        if (c.finished() == null) return;
        count("FINISHED", 1);
        if (!Set.of("3", "4", "5").contains(c.result())) count("FINISHED_REGULAR", 1);
        int credit = credit(c);
        LocalDate start = c.accepted().toLocalDate();
        LocalDateTime promise = add(start, promised(c) + credit).atTime(17, 0);
        LocalDateTime law = add(start, c.legal() + longer(c) + credit).atTime(17, 0);
        if (c.finished().isBefore(promise)) count("FINISHED_EARLY", 1);
        if (c.finished().isAfter(law)) count("FINISHED_LATE", 1);
        if (c.immediate()) return;
        count("MEASURED", 1);
        count("MEASURED_LEGAL_DAYS", c.legal() + credit);
        count("MEASURED_PROMISED_DAYS", c.promised() + credit);
        count("MEASURED_USED_DAYS", days(start, c.finished().toLocalDate()));
    }

    /** Cards of a case without suspension: two days before, the day after, the day after. */
    Set<String> cards(PlainCase c) {
        LocalDate start = c.accepted().toLocalDate();
        LocalDate promise = add(start, promised(c));
        LocalDate law = add(start, c.legal() + longer(c));
        LocalDateTime blue = back(promise, 2).atTime(17, 0);
        if (blue.isBefore(c.accepted())) blue = c.accepted();
        LocalDateTime end = c.finished() == null ? ReferenceTest.NOW : c.finished();
        Set<String> cards = new TreeSet<>();
        LocalDateTime yellow = add(promise, 1).atStartOfDay();
        LocalDateTime red = add(law, 1).atStartOfDay();
        if (!blue.isAfter(end)) cards.add("BLUE " + blue);
        // Of two reached in the same instant only the graver is drawn.
        if (!yellow.isAfter(end) && !yellow.equals(red)) cards.add("YELLOW " + yellow);
        if (!red.isAfter(end)) cards.add("RED " + red);
        return cards;
    }
}

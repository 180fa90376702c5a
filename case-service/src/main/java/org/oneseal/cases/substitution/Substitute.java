package org.oneseal.cases.substitution;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.oneseal.cases.assignment.Officer;
import org.oneseal.cases.assignment.Roster;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.office.OfficeRule;
import org.oneseal.cases.office.OfficeRules;
import org.oneseal.platform.objection.Objection;

/**
 * Sets a substitute for a time: officers for themselves, the head for anybody of the department.
 * Both must have signed on. Runs in the caller's transaction.
 */
public final class Substitute {

    private final Roster roster;
    private final Substitutions substitutions;
    private final OfficeRules rules;

    public Substitute(Roster roster, Substitutions substitutions, OfficeRules rules) {
        this.roster = roster;
        this.substitutions = substitutions;
        this.rules = rules;
    }

    /** What is asked for. */
    public record Wanted(
            String absent, String substitute, Instant from, Instant until, String reason) {}

    /** Set, or why not. */
    public sealed interface Answer {

        record Made(Substitution substitution) implements Answer {}

        record Objected(List<Objection> objections) implements Answer {}
    }

    public Answer substitute(Wanted wanted, Officer by, Supplier<String> nextId, Instant now) {
        List<Objection> objections = new ArrayList<>();
        if (!wanted.absent().equals(by.subject()) && !by.roles().contains("chief-approver")) {
            objections.add(of("head-only", "chief-approver").at("/absent"));
        }
        Optional<Officer> absent = colleague(wanted.absent(), by, "/absent", objections);
        colleague(wanted.substitute(), by, "/substitute", objections);
        if (wanted.absent().equals(wanted.substitute())) {
            objections.add(of("substitute-for-oneself").at("/substitute"));
        }
        Duration most = most(by, now);
        if (!wanted.from().isBefore(wanted.until())) {
            objections.add(of("ends-before-it-begins").at("/until"));
        } else if (!wanted.until().isAfter(now)) {
            objections.add(of("substitution-over", wanted.until().toString()).at("/until"));
        } else if (wanted.until().isAfter(wanted.from().plus(most))) {
            objections.add(of("substitution-too-long", most.toDays()).at("/until"));
        } else if (substitutions.of(wanted.absent(), wanted.from()).stream()
                .anyMatch(s -> s.from().isBefore(wanted.until()))) {
            objections.add(of("substituted-already", wanted.absent()).at("/from"));
        }
        if (!objections.isEmpty()) return new Answer.Objected(objections);
        var made =
                new Substitution(
                        nextId.get(),
                        wanted.absent(),
                        wanted.substitute(),
                        by.region(),
                        by.department(),
                        absent.orElseThrow().roles(),
                        wanted.from(),
                        wanted.until(),
                        wanted.reason(),
                        by.subject(),
                        now,
                        null);
        substitutions.add(made);
        return new Answer.Made(made);
    }

    /** As the region of the department has ruled by the day on which it is set. */
    private Duration most(Officer by, Instant now) {
        return Duration.ofDays(
                rules.inForce(by.region(), OfficeRule.Kind.SUBSTITUTION_AT_MOST, Case.dayOf(now))
                        .amount());
    }

    private Optional<Officer> colleague(
            String subject, Officer by, String pointer, List<Objection> objections) {
        Optional<Officer> found = roster.find(subject);
        if (found.isEmpty()) {
            objections.add(of("officer-unknown", subject).at(pointer));
        } else if (!found.get().department().equals(by.department())) {
            objections.add(of("officer-of-another-department", found.get().name()).at(pointer));
        }
        return found;
    }
}

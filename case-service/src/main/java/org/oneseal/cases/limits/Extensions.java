package org.oneseal.cases.limits;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact.ExtensionRefused;
import org.oneseal.cases.handling.HandlingFact.ExtensionRequested;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Situation;
import org.oneseal.platform.worktime.TimeLimit;

/** What the law says of extensions: once, in time, as the item allows (行政许可法 art. 42). */
final class Extensions {

    static final String GROUND = "行政许可法 art. 42";

    private Extensions() {}

    /** What was asked for and neither approved nor refused. */
    static Optional<ExtensionRequested> pending(Case it) {
        @Nullable ExtensionRequested pending = null;
        for (CaseFact fact : it.facts()) {
            if (fact instanceof ExtensionRequested asked) pending = asked;
            if (fact instanceof ExtensionRefused || fact instanceof CaseFact.Extended) {
                pending = null;
            }
        }
        return Optional.ofNullable(pending);
    }

    static void judge(Case it, TimeLimit by, Situation s, Objections objections) {
        if (it.last(CaseFact.Extended.class).isPresent()) {
            objections.add(of("extended-already").withGround(GROUND));
        }
        TimeLimit most = s.item().extensionMaximum();
        if (most == null) {
            objections.add(of("extension-not-foreseen", s.item().name()).withGround(GROUND));
        } else if (by.amount() < 1 || by.unit() != most.unit() || by.amount() > most.amount()) {
            objections.add(
                    of("extension-too-long", most.amount(), most.unit().name())
                            .withGround(GROUND)
                            .at("/by"));
        }
        inTime(it, s, objections);
    }

    static void inTime(Case it, Situation s, Objections objections) {
        Instant due = it.deadlines(s.calendars(), s.now()).legalDue();
        if (due == null) {
            objections.add(of("no-statutory-limit", s.item().name()));
        } else if (s.now().isAfter(due)) {
            objections.add(of("extension-too-late", due.toString()).withGround(GROUND));
        }
    }
}

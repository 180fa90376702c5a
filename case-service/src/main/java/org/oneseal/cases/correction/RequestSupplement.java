package org.oneseal.cases.correction;

import static org.oneseal.platform.objection.Objection.of;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact.SupplementRequested;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * Asks for more during the review (审查阶段补正). The clock stops only where the item lists that as a
 * special procedure, and never longer than it says.
 *
 * @param answerWithin counted from the next day; a last day of rest moves on
 */
public record RequestSupplement(List<CaseFact.Missing> missing, TimeLimit answerWithin)
        implements CaseCommand {

    /** Kind of the special procedure by which an item lets this stop the clock. */
    public static final String KIND = "CORRECTION_IN_REVIEW";

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.REQUEST_SUPPLEMENT);
        if (refusal != null) return refusal;
        var objections = new Objections().addAll(it.ownCase(s.by()));
        if (Supplements.pending(it).isPresent()) objections.add(of("supplement-pending"));
        List<CaseFact.Missing> named = Supplements.named(missing, s.item(), objections);
        if (objections.any()) return objections.told();
        WorkCalendar calendar = s.calendars().of(it.header().region());
        LocalDate answerBy = calendar.due(s.now(), answerWithin).day();
        Optional<ItemVersion.SpecialProcedure> listed = s.item().specialProcedure(KIND);
        @Nullable String procedure = listed.isPresent() ? s.nextId().get() : null;
        List<CaseFact> added = new ArrayList<>();
        added.add(
                new SupplementRequested(
                        s.stamp(), s.nextId().get(), named, answerBy, answerWithin, procedure));
        if (procedure != null) {
            int needed = Math.max(1, calendar.workdaysBetween(s.today(), answerBy));
            added.add(stop(procedure, listed.orElseThrow(), needed, it, s));
        }
        return it.with(added, s);
    }

    private static CaseFact.Suspended stop(
            String id, ItemVersion.SpecialProcedure listed, int needed, Case it, Situation s) {
        int announced = listed.maxDays() > 0 ? Math.min(needed, listed.maxDays()) : needed;
        String by = it.header().department() == null ? "" : it.header().department();
        return new CaseFact.Suspended(
                s.stamp(), id, KIND, listed.legalGround(), "审查阶段补正", announced, by, null);
    }
}

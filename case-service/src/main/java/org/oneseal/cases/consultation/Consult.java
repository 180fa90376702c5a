package org.oneseal.cases.consultation;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.cases.handling.HandlingFact.ConsultationRequested;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.review.GiveOpinion;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * Asks another department.
 *
 * @param region where the department is, empty where nobody knows it
 * @param longest the most that the rules of the region allow
 * @param onFile documents that the case has
 */
public record Consult(
        String department,
        Optional<RegionCode> region,
        String question,
        TimeLimit limit,
        TimeLimit longest,
        List<String> documents,
        Set<String> onFile)
        implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.CONSULT);
        if (refusal != null) return refusal;
        var objections =
                new Objections()
                        .addAll(it.ownCase(s.by()))
                        .needed(question, "question-missing", "/question", null);
        if (department.equals(it.header().department())) {
            objections.add(of("consults-itself").at("/department"));
        } else if (region.isEmpty()) {
            objections.add(of("department-unknown", department).at("/department"));
        }
        boolean asked =
                Consulting.all(it).stream()
                        .anyMatch(
                                c ->
                                        c.asked().department().equals(department)
                                                && c.state() == Consulting.State.OPEN);
        if (asked) objections.add(of("consulted-already", department).at("/department"));
        boolean sensible = limit.amount() >= 1 && limit.isWithin(longest);
        if (!sensible || limit.unit() == LimitUnit.MONTH) {
            objections.add(
                    of("consultation-limit", longest.amount(), longest.unit().name()).at("/limit"));
        }
        GiveOpinion.unknown(documents, onFile, objections);
        if (objections.any()) return objections.told();
        return it.with(
                List.of(
                        new ConsultationRequested(
                                s.stamp(),
                                s.nextId().get(),
                                department,
                                region.orElseThrow().value(),
                                question,
                                limit,
                                s.calendars().of(it.header().region()).due(s.now(), limit).at(),
                                documents)),
                s);
    }
}

package org.oneseal.cases.assignment;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.HandlingFact.Assigned;
import org.oneseal.cases.handling.HandlingFact.AssignmentKind;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/**
 * Given to another officer: by the head (分派), or by who holds it (转办), who says why.
 *
 * @param to empty where the roster knows no such officer
 */
public record PassOn(
        AssignmentKind kind, String subject, Optional<Officer> to, @Nullable String reason)
        implements CaseCommand {

    private static final String HEAD = "chief-approver";

    @Override
    public Outcome on(Case it, Situation s) {
        boolean assigns = kind == AssignmentKind.ASSIGNED;
        var refusal = it.outOfTurn(assigns ? Action.ASSIGN : Action.TRANSFER);
        if (refusal != null) return refusal;
        var objections = new Objections();
        @Nullable String holder = Holding.of(it).orElse(null);
        if (assigns) {
            if (!s.by().roles().contains(HEAD)) objections.add(of("head-only", HEAD));
        } else {
            mayLetGo(holder, s.by(), objections);
            objections.needed(reason, "reason-missing", "/reason", null);
        }
        if (subject.equals(holder)) objections.add(of("held-already").at("/officer"));
        if (to.isEmpty()) {
            objections.add(of("officer-unknown", subject).at("/officer"));
        } else {
            Officer officer = to.get();
            if (!officer.department().equals(it.header().department())) {
                objections.add(of("officer-of-another-department", officer.name()).at("/officer"));
            }
            objections.addAll(it.ownCase(officer.handler()));
            objections.addAll(Desk.mayHold(it, s.item(), officer.handler()));
        }
        if (objections.any()) return objections.told();
        return it.with(List.of(new Assigned(s.stamp(), kind, subject, holder, reason)), s);
    }

    /** Who holds it, or the head. */
    static void mayLetGo(@Nullable String holder, Handler by, Objections objections) {
        if (holder == null) {
            objections.add(of("held-by-nobody"));
        } else if (!by.is(holder) && !by.roles().contains(HEAD)) {
            objections.add(of("held-by-another", holder));
        }
    }
}

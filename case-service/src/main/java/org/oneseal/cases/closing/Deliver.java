package org.oneseal.cases.closing;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;

/** The result is handed over (送达). */
public record Deliver(CaseFact.DeliveryMethod method, @Nullable String courierNumber)
        implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.DELIVER);
        if (refusal != null) return refusal;
        if (method == CaseFact.DeliveryMethod.COURIER
                && (courierNumber == null || courierNumber.isBlank())) {
            return new Objected(List.of(of("courier-number-missing").at("/courierNumber")));
        }
        if (courierNumber != null && !courierNumber.matches("[0-9A-Za-z-]{6,40}")) {
            return new Objected(List.of(of("courier-number-malformed").at("/courierNumber")));
        }
        return it.with(List.of(new CaseFact.Delivered(s.stamp(), method, courierNumber)), s);
    }
}

package org.oneseal.cases.assignment;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Changed;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Outcome.OutOfTurn;
import org.oneseal.cases.handling.Situation;
import org.oneseal.platform.objection.Objection;

/** What only the holder of a case does with it; where nobody holds it, whoever may. */
public record ByHolder(CaseCommand command) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        List<Objection> held = Holding.heldByAnother(it, s.by());
        Outcome outcome = command.on(it, s);
        if (held.isEmpty()) return outcome;
        return switch (outcome) {
            case OutOfTurn late -> late;
            case Changed _ -> new Objected(held);
            case Objected(var more) -> {
                List<Objection> all = new ArrayList<>(held);
                all.addAll(more);
                yield new Objected(all);
            }
        };
    }
}

package org.oneseal.cases.suspension;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;

/**
 * A special procedure is over: the clock runs again unless another one is open.
 *
 * @param endedAt when it really ended, null for now; never before it began nor in the future
 */
public record Resume(String procedureId, @Nullable Instant endedAt) implements CaseCommand {

    public Resume(String procedureId) {
        this(procedureId, null);
    }

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.RESUME);
        if (refusal != null) return refusal;
        var open = it.openProcedures().get(procedureId);
        if (open == null) {
            return new Objected(List.of(of("procedure-not-open", procedureId)));
        }
        Instant began = open.stamp().occurredAt();
        Instant ended = endedAt == null || endedAt.isAfter(s.now()) ? s.now() : endedAt;
        if (ended.isBefore(began)) ended = began;
        var stamp = new Stamp(ended, s.now(), s.by().subject());
        return it.with(List.of(new CaseFact.Resumed(stamp, procedureId)), s);
    }
}

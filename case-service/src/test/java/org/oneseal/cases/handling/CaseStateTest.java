package org.oneseal.cases.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.cases.handling.Action.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.cases.handling.Fixtures.Trial;

/** The whole matrix: every state, every action, asked of a real case and not of the table. */
class CaseStateTest {

    private static final Map<CaseState, Set<Action>> ALLOWED = new EnumMap<>(CaseState.class);

    static {
        ALLOWED.put(
                CaseState.SUBMITTED,
                Set.of(
                        CLAIM,
                        ASSIGN,
                        TRANSFER,
                        RELEASE,
                        GIVE_OPINION,
                        ACCEPT,
                        DEEM_ACCEPTED,
                        REFUSE_ACCEPTANCE,
                        REQUEST_CORRECTION,
                        CORRECT_ON_THE_SPOT,
                        SEND_BACK,
                        WITHDRAW,
                        REBASE,
                        FULFIL_PROMISE,
                        LAPSE_PROMISE));
        ALLOWED.put(
                CaseState.IN_CORRECTION,
                Set.of(
                        CLAIM,
                        ASSIGN,
                        TRANSFER,
                        RELEASE,
                        GIVE_OPINION,
                        CORRECT,
                        SEND_BACK,
                        CLOSE_SILENT,
                        WITHDRAW,
                        FULFIL_PROMISE,
                        LAPSE_PROMISE));
        ALLOWED.put(
                CaseState.ACCEPTED,
                Set.of(
                        CLAIM,
                        ASSIGN,
                        TRANSFER,
                        RELEASE,
                        GIVE_OPINION,
                        REQUEST_SUPPLEMENT,
                        GIVE_SUPPLEMENT,
                        CLOSE_SILENT,
                        RETURN_STEP,
                        REQUEST_EXTENSION,
                        REFUSE_EXTENSION,
                        REQUEST_CO_SIGN,
                        CO_SIGN,
                        CONSULT,
                        ANSWER_CONSULTATION,
                        LAPSE_CONSULTATION,
                        WITHDRAW_CONSULTATION,
                        START_STEP,
                        COMPLETE_STEP,
                        SUSPEND,
                        EXTEND,
                        DECIDE,
                        WITHDRAW,
                        REBASE,
                        FULFIL_PROMISE,
                        LAPSE_PROMISE));
        ALLOWED.put(
                CaseState.SUSPENDED,
                Set.of(
                        CLAIM,
                        ASSIGN,
                        TRANSFER,
                        RELEASE,
                        GIVE_OPINION,
                        REQUEST_SUPPLEMENT,
                        GIVE_SUPPLEMENT,
                        CLOSE_SILENT,
                        RETURN_STEP,
                        REQUEST_EXTENSION,
                        REFUSE_EXTENSION,
                        REQUEST_CO_SIGN,
                        CO_SIGN,
                        CONSULT,
                        ANSWER_CONSULTATION,
                        LAPSE_CONSULTATION,
                        WITHDRAW_CONSULTATION,
                        SUSPEND,
                        RESUME,
                        START_STEP,
                        COMPLETE_STEP,
                        EXTEND,
                        WITHDRAW,
                        REBASE,
                        FULFIL_PROMISE,
                        LAPSE_PROMISE));
        ALLOWED.put(CaseState.FINISHED, Set.of(DELIVER, FULFIL_PROMISE, LAPSE_PROMISE));
        ALLOWED.put(CaseState.DELIVERED, Set.of(FULFIL_PROMISE, LAPSE_PROMISE));
        ALLOWED.put(CaseState.NOT_ACCEPTED, Set.of());
        ALLOWED.put(CaseState.WITHDRAWN, Set.of());
        ALLOWED.put(CaseState.RETURNED, Set.of());
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void aStateAllowsJustItsActions(CaseState state) {
        Case it = Fixtures.caseIn(state);
        assertThat(it.state()).isEqualTo(state);

        for (Action action : Action.values()) {
            Outcome outcome = new Trial(it).attempt(action);

            boolean outOfTurn = outcome instanceof Outcome.OutOfTurn;
            assertThat(!outOfTurn)
                    .as("%s in %s gives %s", action, state, outcome)
                    .isEqualTo(ALLOWED.getOrDefault(state, Set.of()).contains(action));
            if (outcome instanceof Outcome.Changed(var after, _, _)) {
                assertThat(after.facts()).startsWith(it.facts().toArray(CaseFact[]::new));
            }
        }
    }
}

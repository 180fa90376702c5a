package org.oneseal.cases.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.handling.Fixtures.Trial;

/**
 * Every action tried in every state, and what comes of it: done, 409 where the state forbids it,
 * else the objections. {@link CaseStateTest} checks the table in the code, this one what a case
 * does.
 */
class CaseMatrixTest {

    private static final String EXPECTED =
            """
            ACCEPT in SUBMITTED: done, accepted
            DEEM_ACCEPTED in SUBMITTED: answer-not-due
            REFUSE_ACCEPTANCE in SUBMITTED: done, not_accepted
            REQUEST_CORRECTION in SUBMITTED: done, in_correction
            CORRECT in IN_CORRECTION: done, submitted
            SEND_BACK in SUBMITTED: done, returned
            SEND_BACK in IN_CORRECTION: applicant-may-still-correct
            START_STEP in ACCEPTED: done, accepted
            START_STEP in SUSPENDED: done, suspended
            COMPLETE_STEP in ACCEPTED: done, accepted
            COMPLETE_STEP in SUSPENDED: done, suspended
            SUSPEND in ACCEPTED: done, suspended
            SUSPEND in SUSPENDED: procedure-already-open
            RESUME in SUSPENDED: done, accepted
            EXTEND in ACCEPTED: extension-not-requested
            EXTEND in SUSPENDED: extension-not-requested
            DECIDE in ACCEPTED: step-open
            DELIVER in FINISHED: done, delivered
            WITHDRAW in SUBMITTED: done, withdrawn
            WITHDRAW in IN_CORRECTION: done, withdrawn
            WITHDRAW in ACCEPTED: done, withdrawn
            WITHDRAW in SUSPENDED: done, withdrawn
            REBASE in SUBMITTED: done, submitted
            REBASE in ACCEPTED: done, accepted
            REBASE in SUSPENDED: done, suspended
            FULFIL_PROMISE in SUBMITTED: no-promise-made
            FULFIL_PROMISE in IN_CORRECTION: no-promise-made
            FULFIL_PROMISE in ACCEPTED: no-promise-made
            FULFIL_PROMISE in SUSPENDED: no-promise-made
            FULFIL_PROMISE in FINISHED: no-promise-made
            FULFIL_PROMISE in DELIVERED: no-promise-made
            LAPSE_PROMISE in SUBMITTED: promise-not-due
            LAPSE_PROMISE in IN_CORRECTION: promise-not-due
            LAPSE_PROMISE in ACCEPTED: promise-not-due
            LAPSE_PROMISE in SUSPENDED: promise-not-due
            LAPSE_PROMISE in FINISHED: promise-not-due
            LAPSE_PROMISE in DELIVERED: promise-not-due
            CLOSE_SILENT in IN_CORRECTION: applicant-not-late
            CLOSE_SILENT in ACCEPTED: applicant-not-late
            CLOSE_SILENT in SUSPENDED: applicant-not-late
            REQUEST_SUPPLEMENT in ACCEPTED: done, accepted
            REQUEST_SUPPLEMENT in SUSPENDED: done, suspended
            GIVE_SUPPLEMENT in ACCEPTED: no-supplement-asked
            GIVE_SUPPLEMENT in SUSPENDED: no-supplement-asked
            CLAIM in SUBMITTED: done, submitted
            CLAIM in IN_CORRECTION: done, in_correction
            CLAIM in ACCEPTED: done, accepted
            CLAIM in SUSPENDED: done, suspended
            ASSIGN in SUBMITTED: done, submitted
            ASSIGN in IN_CORRECTION: done, in_correction
            ASSIGN in ACCEPTED: done, accepted
            ASSIGN in SUSPENDED: done, suspended
            TRANSFER in SUBMITTED: held-by-nobody
            TRANSFER in IN_CORRECTION: held-by-nobody
            TRANSFER in ACCEPTED: held-by-nobody
            TRANSFER in SUSPENDED: held-by-nobody
            RELEASE in SUBMITTED: held-by-nobody
            RELEASE in IN_CORRECTION: held-by-nobody
            RELEASE in ACCEPTED: held-by-nobody
            RELEASE in SUSPENDED: held-by-nobody
            RETURN_STEP in ACCEPTED: step-not-completed, wrong-role
            RETURN_STEP in SUSPENDED: step-not-completed, wrong-role
            GIVE_OPINION in SUBMITTED: done, submitted
            GIVE_OPINION in IN_CORRECTION: done, in_correction
            GIVE_OPINION in ACCEPTED: done, accepted
            GIVE_OPINION in SUSPENDED: done, suspended
            REQUEST_EXTENSION in ACCEPTED: done, accepted
            REQUEST_EXTENSION in SUSPENDED: done, suspended
            REFUSE_EXTENSION in ACCEPTED: extension-not-requested
            REFUSE_EXTENSION in SUSPENDED: extension-not-requested
            REQUEST_CO_SIGN in ACCEPTED: done, accepted
            REQUEST_CO_SIGN in SUSPENDED: done, suspended
            CO_SIGN in ACCEPTED: co-sign-unknown
            CO_SIGN in SUSPENDED: co-sign-unknown
            CONSULT in ACCEPTED: done, accepted
            CONSULT in SUSPENDED: done, suspended
            ANSWER_CONSULTATION in ACCEPTED: consultation-unknown
            ANSWER_CONSULTATION in SUSPENDED: consultation-unknown
            LAPSE_CONSULTATION in ACCEPTED: consultation-not-due
            LAPSE_CONSULTATION in SUSPENDED: consultation-not-due
            WITHDRAW_CONSULTATION in ACCEPTED: consultation-unknown
            WITHDRAW_CONSULTATION in SUSPENDED: consultation-unknown
            CORRECT_ON_THE_SPOT in SUBMITTED: done, submitted
            """;

    @Test
    void whatComesOfEveryActionInEveryState() {
        List<String> lines = new ArrayList<>();
        for (Action action : Action.values()) {
            for (CaseState state : CaseState.values()) {
                String outcome = outcome(new Trial(Fixtures.caseIn(state)).attempt(action));
                if (!outcome.equals("409")) {
                    lines.add(action.name() + " in " + state.name() + ": " + outcome);
                }
            }
        }
        assertThat(String.join("\n", lines) + "\n").isEqualTo(EXPECTED);
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed(var after, _, _) ->
                    "done, " + after.state().name().toLowerCase(Locale.ROOT);
            case Outcome.OutOfTurn _ -> "409";
            case Outcome.Objected(var objections) ->
                    String.join(", ", objections.stream().map(o -> o.code()).toList());
        };
    }

    /** So that the table above leaves nothing out. */
    @Test
    void whatIsNotListedIsForbiddenByTheState() {
        long listed = EXPECTED.lines().count();
        long forbidden =
                Stream.of(CaseState.values())
                        .mapToLong(
                                state ->
                                        Stream.of(Action.values())
                                                .filter(action -> !state.allows(action))
                                                .count())
                        .sum();
        assertThat(listed + forbidden)
                .isEqualTo((long) Action.values().length * CaseState.values().length);
    }
}

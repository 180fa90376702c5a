package org.oneseal.cases.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.handling.Fixtures.Trial;

/**
 * Every action tried in every state, and what comes of it: done, 409 where the state forbids it, else
 * the objections. {@link CaseStateTest} checks the table in the code, this one what a case does.
 */
class CaseMatrixTest {

    private static final String EXPECTED =
            """
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

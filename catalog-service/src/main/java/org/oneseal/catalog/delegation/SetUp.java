package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is prepared at a receiver before it handles items (下放准备清单), as the rule of the act's first
 * day had it.
 *
 * @param first whether nothing is taken over while a step is open
 */
public record SetUp(List<Step> steps, boolean first) {

    public static final SetUp NONE = new SetUp(List.of(), false);

    /**
     * One thing to prepare.
     *
     * @param doneOn null while it is open
     */
    public record Step(String code, String name, @Nullable LocalDate doneOn) {}

    public SetUp {
        steps = List.copyOf(steps);
    }

    /** All steps of a rule, none of them done. */
    static SetUp of(@Nullable SetUp rule) {
        if (rule == null) return NONE;
        return new SetUp(
                rule.steps().stream().map(s -> new Step(s.code(), s.name(), null)).toList(),
                rule.first());
    }

    Optional<Step> step(String code) {
        return steps.stream().filter(step -> step.code().equals(code)).findFirst();
    }

    List<Step> open() {
        return steps.stream().filter(step -> step.doneOn() == null).toList();
    }

    SetUp done(String code, LocalDate on) {
        return new SetUp(
                steps.stream()
                        .map(s -> s.code().equals(code) ? new Step(s.code(), s.name(), on) : s)
                        .toList(),
                first);
    }
}

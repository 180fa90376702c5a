package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.each;
import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.oneseal.catalog.items.Step;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.TimeLimit;

/** Checks of the step in which a lower body examines before another decides (先行审查). */
final class ExaminationRules {

    /** Where it stands: behind the step that accepts, from which its time is counted. */
    private static final int AFTER_ACCEPTANCE = 1;

    private ExaminationRules() {}

    static Stream<Objection> priorExamination(Candidate c) {
        List<Step> steps = c.content().steps();
        int first =
                IntStream.range(0, steps.size())
                        .filter(i -> steps.get(i).examinesFirst())
                        .findFirst()
                        .orElse(steps.size());
        return each(
                "/steps",
                steps.size(),
                i -> {
                    Step step = steps.get(i);
                    if (!step.examinesFirst()) return Stream.empty();
                    return Stream.of(
                                    i == first
                                            ? place(step, i, steps.size())
                                            : Stream.of(
                                                    Objection.of(
                                                            "prior-examination-repeated",
                                                            step.name(),
                                                            steps.get(first).name())),
                                    length(c, step))
                            .flatMap(Function.identity());
                });
    }

    private static Stream<Objection> place(Step step, int at, int size) {
        return Stream.concat(
                when(
                        at != AFTER_ACCEPTANCE,
                        () -> Objection.of("prior-examination-not-first", step.name())),
                when(at == size - 1, () -> Objection.of("prior-examination-decides", step.name())));
    }

    private static Stream<Objection> length(Candidate c, Step step) {
        TimeLimit limit = step.limit();
        if (limit == null) {
            return Stream.of(Objection.of("prior-examination-without-limit", step.name()));
        }
        int most = c.parameters().priorExaminationWorkingDays();
        return when(
                c.content().licence() && !c.units().isWithin(limit, TimeLimit.workingDays(most)),
                () ->
                        Objection.of(
                                "prior-examination-exceeds-law",
                                step.name(),
                                limit.amount() + " " + limit.unit(),
                                String.valueOf(most)));
    }
}

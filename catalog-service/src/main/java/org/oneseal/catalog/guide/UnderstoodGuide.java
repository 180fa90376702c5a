package org.oneseal.catalog.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.Asked.Standing;
import org.oneseal.catalog.guide.Conditions.Reader;
import org.oneseal.catalog.guide.Conditions.Reading;

/**
 * A published guide whose conditions are read. A condition that stays undecided because it speaks
 * of a question which is not asked of this person does not hold.
 */
public final class UnderstoodGuide {

    private final Guide guide;
    private final Map<String, Condition> asked = new LinkedHashMap<>();
    private final List<Condition> determined = new ArrayList<>();

    private UnderstoodGuide(Guide guide) {
        this.guide = guide;
    }

    /**
     * Reads a guide that has passed its checks.
     *
     * @throws IllegalStateException if it never could have
     */
    public static UnderstoodGuide of(Guide guide, Conditions conditions) {
        UnderstoodGuide understood = new UnderstoodGuide(guide);
        Reader reader = conditions.over(guide.questions());
        for (Question question : guide.questions()) {
            String when = question.when();
            if (when != null) {
                understood.asked.put(question.code(), condition(when, reader));
            }
        }
        for (Determination determination : guide.determinations()) {
            understood.determined.add(condition(determination.when(), reader));
        }
        return understood;
    }

    private static Condition condition(String text, Reader reader) {
        return switch (reader.read(text, Set.of())) {
            case Reading.Understood(var condition) -> condition;
            case Reading.Faulty(var objections) ->
                    throw new IllegalStateException(
                            "a published condition is faulty: " + objections);
        };
    }

    public Guide guide() {
        return guide;
    }

    /** What the guide says by these answers, on this day. */
    public Advice advise(Answers answers, LocalDate today) {
        Walk walk = new Walk(answers.values(), today);
        List<Asked> questions = guide.questions().stream().map(walk::ask).toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < determined.size(); i++) {
            findings.add(walk.find(guide.determinations().get(i), determined.get(i)));
        }
        List<String> unused =
                answers.values().keySet().stream()
                        .filter(code -> !walk.facts.containsKey(code))
                        .sorted()
                        .toList();
        return new Advice(questions, findings, unused);
    }

    /** One person's way through the questions, in their order. */
    private final class Walk {

        private final Map<String, Object> answers;
        private final LocalDate today;
        private final Map<String, Object> facts = new LinkedHashMap<>();
        private final Set<String> open = new HashSet<>();

        Walk(Map<String, Object> answers, LocalDate today) {
            this.answers = answers;
            this.today = today;
        }

        Asked ask(Question question) {
            Condition when = asked.get(question.code());
            Verdict verdict = when == null ? Verdict.HOLDS : judge(when);
            @Nullable Object answer = answers.get(question.code());
            return switch (verdict) {
                case FAILS -> new Asked(question, Standing.NOT_ASKED, null);
                case OPEN -> {
                    open.add(question.code());
                    yield new Asked(question, Standing.LATER, null);
                }
                case HOLDS -> {
                    if (answer == null) {
                        open.add(question.code());
                        yield new Asked(question, Standing.NEXT, null);
                    }
                    facts.put(question.code(), answer);
                    yield new Asked(question, Standing.ANSWERED, answer);
                }
            };
        }

        Verdict judge(Condition condition) {
            Verdict verdict = condition.judge(facts, today);
            boolean decided =
                    verdict == Verdict.OPEN
                            && condition.questions().stream().noneMatch(open::contains);
            return decided ? Verdict.FAILS : verdict;
        }

        Finding find(Determination determination, Condition condition) {
            Verdict verdict = judge(condition);
            List<String> awaits =
                    verdict == Verdict.OPEN
                            ? condition.questions().stream()
                                    .filter(open::contains)
                                    .sorted()
                                    .toList()
                            : List.of();
            List<Reply> because = new ArrayList<>();
            for (Question question : guide.questions()) {
                Object fact = facts.get(question.code());
                if (fact != null && condition.questions().contains(question.code())) {
                    because.add(new Reply(question, fact));
                }
            }
            return new Finding(determination, verdict, awaits, because);
        }
    }
}

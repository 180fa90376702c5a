package org.oneseal.catalog.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words to write guides in tests. */
public final class GuideSamples {

    private GuideSamples() {}

    public static Question yesNo(String code, @Nullable String when) {
        return question(code, Question.Kind.BOOLEAN, when);
    }

    public static Question question(String code, Question.Kind kind, @Nullable String when) {
        return new Question(code, text(code), kind, when, List.of());
    }

    public static Question choice(String code, @Nullable String when, String... options) {
        return new Question(
                code,
                text(code),
                Question.Kind.CHOICE,
                when,
                List.of(options).stream().map(o -> new Question.Option(o, text(o))).toList());
    }

    public static Determination requires(String code, String when, String material) {
        return determination(code, when, Effect.Kind.REQUIRE_MATERIAL, material);
    }

    public static Determination leavesOut(String code, String when, String material) {
        return determination(code, when, Effect.Kind.LEAVE_OUT_MATERIAL, material);
    }

    public static Determination determination(
            String code, String when, Effect.Kind kind, @Nullable String target) {
        boolean spoken = kind == Effect.Kind.ADD_ROLE || kind == Effect.Kind.REFUSE;
        return new Determination(
                code,
                when,
                new Effect(
                        kind,
                        target,
                        kind == Effect.Kind.SET_FEE ? 100L : null,
                        spoken ? text(code) : null),
                "办法第一条");
    }

    public static Guide guide(List<Question> questions, Determination... determinations) {
        return new Guide(questions, List.of(), List.of(determinations));
    }

    public static Wording text(String code) {
        return new Wording("问题" + code, "question " + code);
    }
}

package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.Effect;
import org.oneseal.catalog.guide.Question;

/**
 * The questions that lead an applicant, as an editor sends and reads them. Conditions are CEL over
 * the codes of the questions, with {@code today}, {@code date("2026-01-01")}, {@code days(a, b)}
 * and {@code years(a, b)}.
 */
record GuidanceBody(
        @Size(max = 500) List<@NotNull @Valid QuestionBody> questions,
        @Size(max = 500) List<@NotNull @Valid VariantBody> variants,
        @Size(max = 500) List<@NotNull @Valid DeterminationBody> determinations) {

    GuidanceBody {
        questions = questions == null ? List.of() : questions;
        variants = variants == null ? List.of() : variants;
        determinations = determinations == null ? List.of() : determinations;
    }

    /** A question; asked when the condition holds, always without one. */
    record QuestionBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Valid WordingBody text,
            @NotNull Question.Kind kind,
            @Nullable @Size(max = 4000) String when,
            @Size(max = 500) List<@NotNull @Valid OptionBody> options) {

        QuestionBody {
            options = options == null ? List.of() : options;
        }
    }

    record OptionBody(@NotNull @Size(max = 40) String code, @NotNull @Valid WordingBody text) {}

    record VariantBody(@NotNull @Size(max = 40) String code, @NotNull @Valid WordingBody name) {}

    record WordingBody(@NotNull @Size(max = 500) String zh, @NotNull @Size(max = 500) String en) {}

    /** What follows where the condition holds; the first that holds chooses a variant or a fee. */
    record DeterminationBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Size(max = 4000) String when,
            @NotNull @Valid EffectBody effect,
            @Nullable @Size(max = 500) String ground) {}

    record EffectBody(
            @NotNull Effect.Kind kind,
            @Nullable @Size(max = 200) String target,
            @Nullable Long amountFen,
            @Nullable @Valid WordingBody text) {}
}

package org.oneseal.catalog.guide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/**
 * Answers to a guide as they were given: values of the kinds that the questions ask for.
 *
 * @param values by the code of the question: Boolean, String, BigDecimal or LocalDate
 */
public record Answers(Map<String, Object> values) {

    private static final int LONGEST_TEXT = 500;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
    private static final int MOST_DECIMALS = 6;

    public Answers {
        values = Map.copyOf(values);
    }

    /** What was sent, or everything that is wrong with it. */
    public sealed interface Reading {

        record Given(Answers answers) implements Reading {}

        record Wrong(List<Objection> objections) implements Reading {}
    }

    public static Reading read(Guide guide, Map<String, JsonNode> sent, String pointer) {
        List<Objection> objections = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        sent.forEach(
                (code, json) -> {
                    String at = pointer + "/" + code.replace("~", "~0").replace("/", "~1");
                    Question question = guide.question(code).orElse(null);
                    if (question == null) {
                        objections.add(Objection.of("answer-without-question", code).at(at));
                        return;
                    }
                    Object value = value(question, json);
                    if (value == null) {
                        objections.add(objection(question, json).at(at));
                    } else {
                        values.put(code, value);
                    }
                });
        return objections.isEmpty()
                ? new Reading.Given(new Answers(values))
                : new Reading.Wrong(objections);
    }

    private static Objection objection(Question question, JsonNode json) {
        if (question.kind() == Question.Kind.CHOICE && json.isString()) {
            return Objection.of("answer-not-offered", json.asString(), question.code());
        }
        return Objection.of("answer-kind-wrong", question.code(), question.kind().name());
    }

    private static @Nullable Object value(Question question, JsonNode json) {
        return switch (question.kind()) {
            case BOOLEAN -> json.isBoolean() ? json.asBoolean() : null;
            case CHOICE ->
                    json.isString() && question.offers(json.asString()) ? json.asString() : null;
            case NUMBER -> json.isNumber() ? number(json) : null;
            case DATE -> json.isString() ? day(json.asString()) : null;
            case TEXT ->
                    json.isString() && json.asString().length() <= LONGEST_TEXT
                            ? json.asString()
                            : null;
        };
    }

    /** What can be compared exactly and still be read; to the parser 1e400 is infinite. */
    private static @Nullable BigDecimal number(JsonNode json) {
        if (json instanceof NumericNode node && node.isNaN()) return null;
        Optional<BigDecimal> value = json.decimalValueOpt().map(BigDecimal::stripTrailingZeros);
        return value.filter(v -> v.abs().compareTo(LARGEST) <= 0 && v.scale() <= MOST_DECIMALS)
                .orElse(null);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 1 && day.getYear() <= 9999 ? day : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

package org.oneseal.catalog.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.Question;
import org.oneseal.platform.objection.Objection;

/**
 * What the types alone don't show: names that are unknown or asked too late, options that are not
 * offered, days that don't exist, forms of expression that conditions don't need.
 */
final class TreeChecks {

    private static final String EQUAL = "_==_";
    private static final String UNEQUAL = "_!=_";
    private static final String ONE_OF = "@in";
    private static final Set<String> KNOWN =
            Set.of(
                    EQUAL,
                    UNEQUAL,
                    ONE_OF,
                    "_&&_",
                    "_||_",
                    "!_",
                    "_?_:_",
                    "_<_",
                    "_<=_",
                    "_>_",
                    "_>=_",
                    "_+_",
                    "_-_",
                    "_*_",
                    "contains",
                    "startsWith",
                    "endsWith",
                    "date",
                    "days",
                    "years");
    private static final Set<String> METHODS = Set.of("contains", "startsWith", "endsWith");

    private final CelSource source;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Set<String> later;
    private final List<Objection> found = new ArrayList<>();
    private final Set<String> named = new LinkedHashSet<>();

    private TreeChecks(CelSource source, List<Question> questions, Set<String> later) {
        this.source = source;
        this.later = later;
        for (Question question : questions) this.questions.put(question.code(), question);
    }

    /**
     * What the walk found.
     *
     * @param named codes of the questions that are spoken of
     */
    record Result(List<Objection> objections, Set<String> named) {}

    static Result of(CelAbstractSyntaxTree tree, List<Question> questions, Set<String> later) {
        TreeChecks checks = new TreeChecks(tree.getSource(), questions, later);
        checks.visit(tree.getExpr(), false);
        return new Result(List.copyOf(checks.found), checks.named);
    }

    /**
     * Visits a part.
     *
     * @param compared whether a choice may stand here, because its options are looked at
     */
    private void visit(CelExpr part, boolean compared) {
        switch (part.getKind()) {
            case CONSTANT -> {
                // types are for the checker
            }
            case IDENT -> name(part, compared);
            case CALL -> call(part);
            default -> found.add(Objection.of("condition-form-refused", position(part)));
        }
    }

    private void name(CelExpr part, boolean compared) {
        String name = part.ident().name();
        if (name.equals(CelDialect.TODAY)) return;
        Question question = questions.get(name);
        if (question == null) {
            found.add(Objection.of("condition-question-unknown", name, position(part)));
            return;
        }
        named.add(name);
        if (later.contains(name)) {
            found.add(Objection.of("condition-question-later", name, position(part)));
        }
        if (question.kind() == Question.Kind.CHOICE && !compared) {
            found.add(Objection.of("condition-choice-misused", name, position(part)));
        }
    }

    private void call(CelExpr part) {
        String function = part.call().function();
        Optional<CelExpr> target = part.call().target();
        List<CelExpr> arguments = part.call().args();
        if (!KNOWN.contains(function) || METHODS.contains(function) != target.isPresent()) {
            found.add(Objection.of("condition-function-unknown", shown(function), position(part)));
        }
        if (function.equals("date") && arguments.size() == 1) {
            day(arguments.getFirst());
            return;
        }
        if ((function.equals(EQUAL) || function.equals(UNEQUAL)) && arguments.size() == 2) {
            compare(arguments.getFirst(), arguments.getLast());
            compare(arguments.getLast(), arguments.getFirst());
            return;
        }
        if (function.equals(ONE_OF) && arguments.size() == 2) {
            among(part, arguments.getFirst(), arguments.getLast());
            return;
        }
        target.ifPresent(t -> visit(t, false));
        for (CelExpr argument : arguments) visit(argument, false);
    }

    /** One side of an equation, and what stands on the other. */
    private void compare(CelExpr side, CelExpr other) {
        Question choice = choice(side);
        boolean literal = other.getKind() == CelExpr.ExprKind.Kind.CONSTANT;
        visit(side, choice != null && literal);
        if (choice != null && literal) option(choice, other);
    }

    private void among(CelExpr whole, CelExpr one, CelExpr list) {
        Question choice = choice(one);
        boolean plain =
                list.getKind() == CelExpr.ExprKind.Kind.LIST
                        && list.list().elements().stream()
                                .allMatch(e -> e.getKind() == CelExpr.ExprKind.Kind.CONSTANT);
        if (!plain) {
            found.add(Objection.of("condition-form-refused", position(whole)));
            return;
        }
        visit(one, choice != null);
        if (choice != null) {
            for (CelExpr element : list.list().elements()) option(choice, element);
        }
    }

    private @Nullable Question choice(CelExpr part) {
        if (part.getKind() != CelExpr.ExprKind.Kind.IDENT) return null;
        Question question = questions.get(part.ident().name());
        boolean choice = question != null && question.kind() == Question.Kind.CHOICE;
        return choice ? question : null;
    }

    private void option(Question choice, CelExpr literal) {
        CelConstant constant = literal.constant();
        if (constant.getKind() != CelConstant.Kind.STRING_VALUE) return;
        String option = constant.stringValue();
        if (choice.options().stream().noneMatch(o -> o.code().equals(option))) {
            found.add(
                    Objection.of(
                            "condition-option-unknown", option, choice.code(), position(literal)));
        }
    }

    private void day(CelExpr argument) {
        boolean text =
                argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        try {
            if (text) LocalDate.parse(argument.constant().stringValue());
        } catch (DateTimeParseException e) {
            text = false;
        }
        if (!text) found.add(Objection.of("condition-day-invalid", position(argument)));
    }

    private String position(CelExpr part) {
        Integer offset = source.getPositionsMap().get(part.id());
        return Optional.ofNullable(offset)
                .flatMap(source::getOffsetLocation)
                .map(Positions::of)
                .orElse("1:1");
    }

    private static String shown(String function) {
        return function.replace("_", "").replace("@", "");
    }
}

package org.oneseal.catalog.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oneseal.catalog.guide.Condition;
import org.oneseal.catalog.guide.Conditions;
import org.oneseal.catalog.guide.Question;
import org.oneseal.catalog.guide.Verdict;
import org.oneseal.platform.objection.Objection;
import org.springframework.stereotype.Component;

/**
 * Conditions in CEL. What was read is kept, up to a bound: the guides of a district are few and
 * asked often.
 */
@Component
class CelConditions implements Conditions {

    private static final int MOST_VOCABULARIES = 200;
    private static final int MOST_CONDITIONS = 300;
    private static final int MOST_ERRORS = 3;
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '([^']+)'.*");
    private static final Pattern NOT_BOOLEAN =
            Pattern.compile("expected type 'bool' but found '([^']+)'.*");

    private final Map<List<Question>, Reader> readers = kept(MOST_VOCABULARIES);

    @Override
    public boolean mayName(String code) {
        return !CelDialect.RESERVED.contains(code);
    }

    @Override
    public Reader over(List<Question> questions) {
        List<Question> those = List.copyOf(questions);
        return known(readers, those, () -> new Kept(those, CelDialect.compiler(those)));
    }

    /** Reads over one list of questions and keeps what it has read. */
    private static final class Kept implements Reader {

        private final List<Question> questions;
        private final CelCompiler compiler;
        private final Map<Key, Reading> readings = kept(MOST_CONDITIONS);

        private record Key(String text, Set<String> later) {}

        Kept(List<Question> questions, CelCompiler compiler) {
            this.questions = questions;
            this.compiler = compiler;
        }

        @Override
        public Reading read(String text, Set<String> later) {
            Key key = new Key(text, Set.copyOf(later));
            return known(readings, key, () -> reading(compiler, questions, text, key.later()));
        }
    }

    private static Reading reading(
            CelCompiler compiler, List<Question> questions, String text, Set<String> later) {
        CelValidationResult parsed = compiler.parse(text);
        if (parsed.hasError()) {
            return new Reading.Faulty(
                    parsed.getErrors().stream()
                            .limit(MOST_ERRORS)
                            .map(Malformed::objection)
                            .toList());
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            TreeChecks.Result result = TreeChecks.of(tree, questions, later);
            CelValidationResult checked = compiler.check(tree);
            List<Objection> objections = new ArrayList<>(result.objections());
            if (checked.hasError()) {
                for (CelIssue issue : checked.getErrors()) {
                    wrongType(issue, objections.isEmpty()).ifPresent(objections::add);
                }
            }
            if (!objections.isEmpty()) return new Reading.Faulty(objections);
            CelRuntime.Program program = CelDialect.runtime().createProgram(checked.getAst());
            return new Reading.Understood(new Compiled(program, Set.copyOf(result.named())));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("checked and yet not to be run: " + text, e);
        }
    }

    /**
     * An error of the checker, unless the tree has told it already.
     *
     * @param first whether nothing was found before: then whatever it is must be told
     */
    private static Optional<Objection> wrongType(CelIssue issue, boolean first) {
        String message = issue.getMessage().replaceAll("\\s+", " ");
        String position = Positions.of(issue.getSourceLocation());
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return Optional.of(
                    Objection.of(
                            "condition-types-differ",
                            overload.group(1).replace("_", "").replace("@", ""),
                            overload.group(2).replace("google.protobuf.Timestamp", "date"),
                            position));
        }
        Matcher result = NOT_BOOLEAN.matcher(message);
        if (result.matches()) {
            return Optional.of(
                    Objection.of(
                            "condition-not-boolean",
                            result.group(1).replace("google.protobuf.Timestamp", "date"),
                            position));
        }
        return first
                ? Optional.of(Objection.of("condition-malformed", position))
                : Optional.empty();
    }

    private static <K, V> Map<K, V> kept(int most) {
        return Collections.synchronizedMap(
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                });
    }

    /** Not computeIfAbsent: reading must not hold the lock of the map. */
    private static <K, V> V known(Map<K, V> kept, K key, Supplier<V> read) {
        V found = kept.get(key);
        if (found != null) return found;
        V value = read.get();
        kept.put(key, value);
        return value;
    }

    /** A condition whose types were checked. */
    private record Compiled(CelRuntime.Program program, Set<String> questions)
            implements Condition {

        @Override
        public Verdict judge(Map<String, Object> answers, LocalDate today) {
            List<CelAttributePattern> unknown =
                    questions.stream()
                            .filter(q -> !answers.containsKey(q))
                            .map(CelAttributePattern::create)
                            .toList();
            try {
                Object judged =
                        program.eval(PartialVars.of(name -> value(name, answers, today), unknown));
                if (judged instanceof Boolean holds) return holds ? Verdict.HOLDS : Verdict.FAILS;
                if (judged instanceof CelUnknownSet) return Verdict.OPEN;
                throw new IllegalStateException("neither yes nor no: " + judged);
            } catch (CelEvaluationException e) {
                throw new IllegalStateException("a checked condition failed", e);
            }
        }

        private static Optional<Object> value(
                String name, Map<String, Object> answers, LocalDate today) {
            if (name.equals(CelDialect.TODAY)) return Optional.of(CelDialect.midnight(today));
            Object answer = answers.get(name);
            if (answer == null) return Optional.empty();
            return Optional.of(
                    switch (answer) {
                        case BigDecimal number -> number.doubleValue();
                        case LocalDate day -> CelDialect.midnight(day);
                        default -> answer;
                    });
        }
    }
}

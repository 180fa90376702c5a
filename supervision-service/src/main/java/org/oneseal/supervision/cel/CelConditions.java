package org.oneseal.supervision.cel;

import static dev.cel.checker.CelStandardDeclarations.StandardFunction.CONDITIONAL;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.CONTAINS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.ENDS_WITH;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.GREATER;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.GREATER_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.IN;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LESS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LESS_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_AND;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_NOT;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_OR;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.NOT_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.STARTS_WITH;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.oneseal.platform.objection.Objection;
import org.oneseal.supervision.warning.Condition;
import org.oneseal.supervision.warning.Conditions;
import org.oneseal.supervision.warning.Trait;
import org.oneseal.supervision.watching.Watch;
import org.springframework.stereotype.Component;

/** Conditions in CEL. What was read is kept, up to a bound: rules are few and asked often. */
@Component
class CelConditions implements Conditions {

    private static final int MOST_KEPT = 1000;
    private static final int MOST_ERRORS = 3;
    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']+)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '([^']+)'.*");
    private static final Pattern NOT_BOOLEAN =
            Pattern.compile("expected type 'bool' but found '([^']+)'.*");

    private static final Set<StandardFunction> FUNCTIONS =
            Set.of(
                    CONDITIONAL,
                    LOGICAL_NOT,
                    LOGICAL_OR,
                    LOGICAL_AND,
                    EQUALS,
                    NOT_EQUALS,
                    IN,
                    LESS,
                    LESS_EQUALS,
                    GREATER,
                    GREATER_EQUALS,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH);

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .enableComprehension(false)
                    .maxExpressionCodePointSize(1000)
                    .maxParseExpressionNodeCount(200)
                    .maxParseRecursionDepth(40)
                    .maxParseErrorRecoveryLimit(5)
                    .enableUnknownTracking(true)
                    .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final CelCompiler compiler = compiler();
    private final Map<String, Reading> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
                            return size() > MOST_KEPT;
                        }
                    });

    private static CelCompiler compiler() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(OPTIONS)
                        .setStandardEnvironmentEnabled(false)
                        .setStandardDeclarations(
                                CelStandardDeclarations.newBuilder()
                                        .filterFunctions((f, _) -> FUNCTIONS.contains(f))
                                        .filterIdentifiers(_ -> false)
                                        .build())
                        .setResultType(SimpleType.BOOL);
        for (Trait trait : Trait.values()) builder.addVar(trait.word(), type(trait));
        return builder.build();
    }

    private static CelType type(Trait trait) {
        if (trait.type() == Boolean.class) return SimpleType.BOOL;
        return trait.type() == Long.class ? SimpleType.INT : SimpleType.STRING;
    }

    @Override
    public Reading read(String text) {
        Reading known = kept.get(text);
        if (known != null) return known;
        Reading read = reading(text);
        kept.put(text, read);
        return read;
    }

    private Reading reading(String text) {
        CelValidationResult checked = compiler.compile(text);
        if (checked.hasError()) {
            return new Faulty(
                    checked.getErrors().stream()
                            .limit(MOST_ERRORS)
                            .map(CelConditions::told)
                            .toList());
        }
        try {
            return new Understood(new Compiled(RUNTIME.createProgram(checked.getAst()), text));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("checked and yet not to be run: " + text, e);
        }
    }

    private static Objection told(CelIssue issue) {
        String message = issue.getMessage().replaceAll("\\s+", " ");
        CelSourceLocation at = issue.getSourceLocation();
        String position = Math.max(1, at.getLine()) + ":" + (Math.max(0, at.getColumn()) + 1);
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            return Objection.of("rule-condition-unknown-word", shown(unknown.group(1)), position);
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return Objection.of(
                    "rule-condition-types-differ",
                    shown(overload.group(1)),
                    overload.group(2),
                    position);
        }
        Matcher result = NOT_BOOLEAN.matcher(message);
        if (result.matches()) {
            return Objection.of("rule-condition-not-boolean", result.group(1), position);
        }
        return Objection.of("rule-condition-malformed", position, message);
    }

    private static String shown(String function) {
        return function.replace("_", "").replace("@", "");
    }

    /**
     * A condition whose types were checked. Watches that do not differ in what it asks are judged
     * once.
     */
    private static final class Compiled implements Condition {
        private final CelRuntime.Program program;

        /** A word that only stands in a text of the condition does no harm here. */
        private final List<Trait> asked;

        private final Map<List<Optional<Object>>, Boolean> judged = new ConcurrentHashMap<>();

        Compiled(CelRuntime.Program program, String text) {
            this.program = program;
            this.asked = Stream.of(Trait.values()).filter(t -> text.contains(t.word())).toList();
        }

        @Override
        public boolean holds(Watch watch) {
            List<Optional<Object>> values = new ArrayList<>(asked.size());
            for (Trait trait : asked) values.add(Optional.ofNullable(trait.of(watch)));
            Boolean known = judged.get(values);
            if (known != null) return known;
            boolean holds = judge(values);
            if (judged.size() >= MOST_KEPT) judged.clear();
            judged.put(values, holds);
            return holds;
        }

        private boolean judge(List<Optional<Object>> values) {
            Map<String, Object> known = new HashMap<>();
            List<CelAttributePattern> missing = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                String word = asked.get(i).word();
                values.get(i)
                        .ifPresentOrElse(
                                value -> known.put(word, value),
                                () -> missing.add(CelAttributePattern.create(word)));
            }
            try {
                Object answer =
                        program.eval(
                                PartialVars.of(
                                        name -> Optional.ofNullable(known.get(name)), missing));
                if (answer instanceof Boolean holds) return holds;
                if (answer instanceof CelUnknownSet) return false;
                throw new IllegalStateException("neither yes nor no: " + answer);
            } catch (CelEvaluationException e) {
                throw new IllegalStateException("a checked condition failed", e);
            }
        }
    }
}

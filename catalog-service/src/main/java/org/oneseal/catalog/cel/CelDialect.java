package org.oneseal.catalog.cel;

import static dev.cel.checker.CelStandardDeclarations.StandardFunction.ADD;
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
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.MULTIPLY;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.NOT_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.STARTS_WITH;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.SUBTRACT;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.oneseal.catalog.guide.Question;

/**
 * Which part of CEL conditions may use. Days are timestamps of midnight UTC, so that they compare;
 * {@code days} and {@code years} count whole ones between two of them.
 */
final class CelDialect {

    static final String TODAY = "today";
    static final Set<String> OWN_FUNCTIONS = Set.of("date", "days", "years");

    /** Words that the language keeps for itself. */
    static final Set<String> RESERVED =
            Set.of(
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "false",
                    "for",
                    "function",
                    "if",
                    "import",
                    "in",
                    "let",
                    "loop",
                    "namespace",
                    "null",
                    "package",
                    "return",
                    "true",
                    "var",
                    "void",
                    "while",
                    TODAY,
                    "date",
                    "days",
                    "years");

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .enableComprehension(false)
                    .maxExpressionCodePointSize(2000)
                    .maxParseExpressionNodeCount(400)
                    .maxParseRecursionDepth(50)
                    .maxParseErrorRecoveryLimit(5)
                    .enableHeterogeneousNumericComparisons(true)
                    .enableUnknownTracking(true)
                    .build();

    private static final Set<StandardFunction> LOGIC =
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

    private static final Set<StandardFunction> ARITHMETIC = Set.of(ADD, SUBTRACT, MULTIPLY);

    /** Of numbers only: these cannot overflow. */
    private static final Set<String> OF_NUMBERS =
            Set.of("add_double", "subtract_double", "multiply_double");

    private static final CelStandardDeclarations DECLARED =
            CelStandardDeclarations.newBuilder()
                    .filterFunctions(
                            (function, overload) ->
                                    LOGIC.contains(function)
                                            || (ARITHMETIC.contains(function)
                                                    && OF_NUMBERS.contains(
                                                            overload.celOverloadDecl()
                                                                    .overloadId())))
                    .filterIdentifiers(_ -> false)
                    .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder()
                    .setOptions(OPTIONS)
                    .addFunctionBindings(
                            CelFunctionBinding.from(
                                    "date_string",
                                    String.class,
                                    text -> midnight(LocalDate.parse(text))),
                            CelFunctionBinding.from(
                                    "days_timestamps",
                                    Instant.class,
                                    Instant.class,
                                    (from, to) -> ChronoUnit.DAYS.between(day(from), day(to))),
                            CelFunctionBinding.from(
                                    "years_timestamps",
                                    Instant.class,
                                    Instant.class,
                                    (from, to) -> ChronoUnit.YEARS.between(day(from), day(to))))
                    .build();

    private CelDialect() {}

    static CelCompiler compiler(List<Question> questions) {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(OPTIONS)
                        .setStandardEnvironmentEnabled(false)
                        .setStandardDeclarations(DECLARED)
                        .addFunctionDeclarations(
                                function(
                                        "date",
                                        "date_string",
                                        SimpleType.TIMESTAMP,
                                        SimpleType.STRING),
                                function(
                                        "days",
                                        "days_timestamps",
                                        SimpleType.INT,
                                        SimpleType.TIMESTAMP,
                                        SimpleType.TIMESTAMP),
                                function(
                                        "years",
                                        "years_timestamps",
                                        SimpleType.INT,
                                        SimpleType.TIMESTAMP,
                                        SimpleType.TIMESTAMP))
                        .addVar(TODAY, SimpleType.TIMESTAMP)
                        .setResultType(SimpleType.BOOL);
        for (Question question : questions) builder.addVar(question.code(), type(question.kind()));
        return builder.build();
    }

    static CelRuntime runtime() {
        return RUNTIME;
    }

    private static CelFunctionDecl function(
            String name, String overload, CelType result, CelType... parameters) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(overload, result, parameters));
    }

    private static CelType type(Question.Kind kind) {
        return switch (kind) {
            case BOOLEAN -> SimpleType.BOOL;
            case CHOICE, TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.DOUBLE;
            case DATE -> SimpleType.TIMESTAMP;
        };
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant midnight) {
        return LocalDate.ofInstant(midnight, ZoneOffset.UTC);
    }
}

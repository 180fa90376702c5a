package org.oneseal.gateway.problems;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Carries no stack: it is an answer, not a fault. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient @Nullable Duration retryAfter;
    private final transient List<Object> arguments;

    public Refusal(
            Problem problem,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause,
            Object... arguments) {
        super(problem.code(), cause, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
        this.arguments = List.of(arguments);
    }

    public Problem problem() {
        return problem;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public List<Object> arguments() {
        return arguments;
    }
}

package org.oneseal.gateway.problems;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns whatever a request ended with into a problem. */
@Component
@Order(-2)
class LastResort implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final ProblemAnswers answers;

    LastResort(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        Refusal refusal = refusal(error);
        // Under more work than can be done the figures tell; a line for each would be more work.
        if (refusal.problem().status().is5xxServerError()
                && refusal.problem() != Problem.OVERLOADED) {
            LOG.warn(
                    "{} {} ended as {} (trace {})",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath().value(),
                    refusal.problem().code(),
                    exchange.getResponse().getHeaders().getFirst("X-Trace-Id"),
                    refusal.problem() == Problem.INTERNAL_ERROR ? error : null);
        }
        return answers.write(exchange, refusal);
    }

    private static Refusal refusal(Throwable error) {
        return switch (error) {
            case Refusal refusal -> refusal;
            case AuthenticationServiceException unavailable ->
                    new Refusal(Problem.IDENTITY_UNAVAILABLE, Duration.ofSeconds(5), unavailable);
            case ResponseStatusException known ->
                    new Refusal(problem(known.getStatusCode()), null, known);
            default -> new Refusal(Problem.INTERNAL_ERROR, null, error);
        };
    }

    private static Problem problem(HttpStatusCode status) {
        for (Problem problem : List.of(Problem.values())) {
            if (problem.status().isSameCodeAs(status)) {
                return problem;
            }
        }
        return status.is4xxClientError() ? Problem.BAD_REQUEST : Problem.INTERNAL_ERROR;
    }
}

package org.oneseal.platform.web;

import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns every failure into a problem detail that says what is wrong and where; never a bare 500.
 */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final UnreadableBodies unreadable;
    private final @Nullable Rehearsal rehearsal;

    ProblemAdvice(Problems problems, UnreadableBodies unreadable, @Nullable Rehearsal rehearsal) {
        this.problems = problems;
        this.unreadable = unreadable;
        this.rehearsal = rehearsal;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound e) {
        return answer(HttpStatus.NOT_FOUND, "not-found", Objection.of("not-found"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noElement(NoSuchElementException e) {
        return answer(HttpStatus.NOT_FOUND, "not-found", Objection.of("not-found"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noRoute(NoResourceFoundException e) {
        return answer(HttpStatus.NOT_FOUND, "not-found", Objection.of("no-such-path"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(StaleVersion e) {
        return answer(HttpStatus.CONFLICT, "stale-version", Objection.of("stale-version"));
    }

    /** Also where two began the same thing under one name at once. */
    @ExceptionHandler({OptimisticLockingFailureException.class, DuplicateKeyException.class})
    ResponseEntity<ProblemDetail> lostRace(DataAccessException e) {
        return answer(HttpStatus.CONFLICT, "stale-version", Objection.of("stale-version"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(Forbidden e) {
        String roles = e.roles().stream().map(Role::realmName).collect(Collectors.joining(", "));
        return answer(
                HttpStatus.FORBIDDEN,
                "forbidden",
                roles.isEmpty()
                        ? Objection.of("not-allowed")
                        : Objection.of("role-missing", roles));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(Unavailable e) {
        ResponseEntity<ProblemDetail> answer =
                answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Objection.of("unavailable"));
        return withRetryAfter(answer, Math.max(1, e.retryAfter().toSeconds()));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception e) {
        log.warn("The database does not answer: {}", e.toString());
        ResponseEntity<ProblemDetail> answer =
                answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Objection.of("unavailable"));
        return withRetryAfter(answer, 2);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException e, HandlerMethod handler, NativeWebRequest request) {
        if (BodyLimit.isCauseOf(e)) return tooLarge();
        return problems.badRequest(withRules(handler, request, unreadable.objections(e)));
    }

    /** What is wrong with the shape of a body, and what the rules say of the rest of it. */
    private List<Objection> withRules(
            HandlerMethod handler, NativeWebRequest request, List<Objection> shape) {
        KeptBody body = KeptBody.of(request);
        if (rehearsal == null || body == null) return shape;
        Set<String> wrong = new LinkedHashSet<>();
        for (Objection objection : shape) {
            String field = objection.field();
            if (field == null || field.isEmpty()) return shape;
            wrong.add(field);
        }
        List<Objection> all = new ArrayList<>(shape);
        all.addAll(rehearsal.objections(handler, request, body, wrong));
        return all;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e) {
        return tooLarge();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notInParts(MultipartException e) {
        if (BodyLimit.isCauseOf(e)) return tooLarge();
        return answer(HttpStatus.BAD_REQUEST, "bad-request", Objection.of("multipart-malformed"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingPart(MissingServletRequestPartException e) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                Objection.of("part-missing", e.getRequestPartName())
                        .at("/" + e.getRequestPartName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            MethodArgumentNotValidException e, HandlerMethod handler, NativeWebRequest request) {
        List<Objection> objections = new ArrayList<>();
        e.getBindingResult()
                .getFieldErrors()
                .forEach(
                        error ->
                                objections.add(
                                        Objection.of(
                                                        "field-invalid",
                                                        error.getField(),
                                                        text(error.getDefaultMessage()))
                                                .at(UnreadableBodies.pointer(error.getField()))));
        e.getBindingResult()
                .getGlobalErrors()
                .forEach(
                        error ->
                                objections.add(
                                        Objection.of(
                                                "field-invalid",
                                                error.getObjectName(),
                                                text(error.getDefaultMessage()))));
        return problems.unprocessable(withRules(handler, request, objections));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException e) {
        List<Objection> objections = new ArrayList<>();
        e.getParameterValidationResults()
                .forEach(
                        result ->
                                result.getResolvableErrors()
                                        .forEach(
                                                error ->
                                                        objections.add(
                                                                Objection.of(
                                                                        "field-invalid",
                                                                        text(
                                                                                result.getMethodParameter()
                                                                                        .getParameterName()),
                                                                        text(
                                                                                error
                                                                                        .getDefaultMessage())))));
        return problems.badRequest(objections);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> violated(ConstraintViolationException e) {
        return problems.unprocessable(
                e.getConstraintViolations().stream()
                        .map(
                                v ->
                                        Objection.of(
                                                "field-invalid",
                                                v.getPropertyPath().toString(),
                                                v.getMessage()))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException e) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                Objection.of("parameter-invalid", e.getName(), Wanted.of(e.getRequiredType())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingParameter(MissingServletRequestParameterException e) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                Objection.of("parameter-missing", e.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingHeader(MissingRequestHeaderException e) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                Objection.of("header-missing", e.getHeaderName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badArgument(BadArgument e) {
        return answer(e.status(), e.problem(), e.objection());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException e) {
        return framework(
                e, "method-not-allowed", Objection.of("method-not-allowed", e.getMethod()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(HttpMediaTypeNotSupportedException e) {
        return framework(
                e,
                "unsupported-media-type",
                Objection.of("media-type-unsupported", String.valueOf(e.getContentType())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException e) {
        return framework(e, "not-acceptable", Objection.of("not-acceptable"));
    }

    /** A value in a path or parameter that no column can hold, such as U+0000. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unstorable(DataIntegrityViolationException e) {
        if (e.getMostSpecificCause() instanceof SQLException sql
                && "22021".equals(sql.getSQLState())) {
            return answer(HttpStatus.BAD_REQUEST, "bad-request", Objection.of("bad-request"));
        }
        return anythingElse(e);
    }

    /** Who listened has gone: there is nobody to tell, and nothing is wrong. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> gone(AsyncRequestNotUsableException e) {
        return null;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception e) {
        if (e instanceof ErrorResponse response) {
            HttpStatusCode status = response.getStatusCode();
            String name = status.is4xxClientError() ? "bad-request" : "internal";
            return framework(response, name, Objection.of(name));
        }
        if (BodyLimit.isCauseOf(e)) return tooLarge();
        log.error("A bug", e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal", Objection.of("internal"));
    }

    private ResponseEntity<ProblemDetail> framework(
            ErrorResponse e, String name, Objection objection) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(e.getHeaders());
        ResponseEntity<ProblemDetail> answer = answer(e.getStatusCode(), name, objection);
        headers.setContentType(answer.getHeaders().getContentType());
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    private ResponseEntity<ProblemDetail> tooLarge() {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "too-large", Objection.of("too-large"));
    }

    private static ResponseEntity<ProblemDetail> withRetryAfter(
            ResponseEntity<ProblemDetail> answer, long seconds) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(answer.getBody());
    }

    private ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, String name, Objection objection) {
        return problems.answer(status, name, List.of(objection));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package org.oneseal.platform.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.oneseal.platform.objection.Objection;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Problem details (RFC 9457) in the reader's language, with every objection and its ground. Texts
 * come from {@code problem.<name>} and {@code objection.<code>} of the message bundles.
 */
public class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** 422: understood, but the rules forbid it. */
    public ResponseEntity<ProblemDetail> unprocessable(List<Objection> objections) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "objected", objections);
    }

    /** 409: the object's state does not allow it. */
    public ResponseEntity<ProblemDetail> conflict(List<Objection> objections) {
        return answer(HttpStatus.CONFLICT, "conflict", objections);
    }

    /** 400: not understood. */
    public ResponseEntity<ProblemDetail> badRequest(List<Objection> objections) {
        return answer(HttpStatus.BAD_REQUEST, "bad-request", objections);
    }

    /** 403: the caller may not. */
    public ResponseEntity<ProblemDetail> forbidden(List<Objection> objections) {
        return answer(HttpStatus.FORBIDDEN, "forbidden", objections);
    }

    /** Any status with a problem name. */
    public ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, String name, List<Objection> objections) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(status, name, objections));
    }

    ProblemDetail detail(HttpStatusCode status, String name, List<Objection> objections) {
        Locale locale = LocaleContextHolder.getLocale();
        ProblemDetail problem = new ObjectedProblem(status.value(), objections);
        problem.setType(URI.create("urn:oneseal:problem:" + name));
        problem.setTitle(text("problem." + name, locale, name));
        List<Map<String, Object>> told = new ArrayList<>();
        for (Objection objection : objections) told.add(told(objection, locale));
        problem.setProperty("objections", told);
        return problem;
    }

    private Map<String, Object> told(Objection objection, Locale locale) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", objection.code());
        told.put(
                "message",
                text(
                        "objection." + objection.code(),
                        locale,
                        objection.code(),
                        objection.arguments().toArray()));
        if (objection.ground() != null) told.put("ground", objection.ground());
        if (objection.field() != null) told.put("field", objection.field());
        return told;
    }

    private String text(String key, Locale locale, String fallback, Object... arguments) {
        String text = messages.getMessage(key, arguments, fallback, locale);
        return text == null ? fallback : text;
    }
}

package org.oneseal.platform.web;

import org.oneseal.platform.objection.Objection;
import org.springframework.http.HttpStatus;

/** A header or parameter of the kit's own that can't be used. */
final class BadArgument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String problem;
    private final transient Objection objection;

    BadArgument(HttpStatus status, String problem, Objection objection) {
        super(objection.code());
        this.status = status;
        this.problem = problem;
        this.objection = objection;
    }

    HttpStatus status() {
        return status;
    }

    String problem() {
        return problem;
    }

    Objection objection() {
        return objection;
    }
}

package org.oneseal.platform.web;

import java.util.List;
import org.oneseal.platform.objection.Objection;
import org.springframework.http.ProblemDetail;

/** A problem detail that still knows the objections it tells. */
final class ObjectedProblem extends ProblemDetail {

    private static final long serialVersionUID = 1L;

    private final transient List<Objection> objections;

    ObjectedProblem(int status, List<Objection> objections) {
        super(status);
        this.objections = List.copyOf(objections);
    }

    List<Objection> objections() {
        return objections;
    }
}

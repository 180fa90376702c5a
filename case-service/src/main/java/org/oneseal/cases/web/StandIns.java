package org.oneseal.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Request;
import org.oneseal.cases.substitution.Substitution;
import org.oneseal.cases.substitution.Substitutions;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.Forbidden;
import org.springframework.stereotype.Component;

/** Whom an officer substitutes in this request (代班), as {@code Acting-For} says. */
@Component
class StandIns {

    static final String ACTING_FOR = "Acting-For";

    private final Substitutions substitutions;
    private final HttpServletRequest request;
    private final InstantSource time;

    StandIns(Substitutions substitutions, HttpServletRequest request, InstantSource time) {
        this.substitutions = substitutions;
        this.request = request;
        this.time = time;
    }

    /**
     * The substitution that is named, null where none is.
     *
     * @throws Forbidden if the caller does not substitute that officer now
     */
    @Nullable Substitution of(Caller caller) {
        String absent = request.getHeader(ACTING_FOR);
        if (absent == null) return null;
        Instant now = time.instant();
        return substitutions.of(absent, now).stream()
                .filter(s -> s.substitute().equals(caller.subject()) && s.holdsAt(now))
                .filter(s -> s.department().equals(caller.department()))
                .filter(s -> s.region().equals(caller.region()))
                .findFirst()
                .orElseThrow(() -> new Forbidden("does not substitute " + absent));
    }

    /** The request as made by the substitute in the place of the absent officer. */
    static Request standing(Request request, Substitution standing) {
        Handler by = request.handler();
        Set<String> roles = new HashSet<>(by.roles());
        roles.addAll(standing.roles());
        return new Request(
                request.caseId(),
                request.expectedVersion(),
                request.scope(),
                new Handler(by.subject(), roles, by.party(), standing.absent()),
                request.actor());
    }
}

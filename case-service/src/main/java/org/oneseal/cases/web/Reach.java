package org.oneseal.cases.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Request;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.NotFound;

/**
 * How far a caller reaches in this request, and for whom they act.
 *
 * @param party acted for: the caller's own, or the principal's under a mandate; null for staff
 * @param coverage which items the mandate covers; everything where they act for themselves
 */
record Reach(
        Caller caller, Scope scope, @Nullable String party, boolean actingFor, Coverage coverage) {

    /** Which items may be acted on. */
    @FunctionalInterface
    interface Coverage {
        boolean covers(@Nullable String itemCode, @Nullable String itemType);
    }

    boolean staff() {
        return party == null;
    }

    Handler handler() {
        return new Handler(
                caller.subject(),
                caller.roles().stream()
                        .map(r -> r.realmName())
                        .collect(Collectors.toUnmodifiableSet()),
                caller.party());
    }

    Actor actor(@Nullable String role) {
        return Actor.person(caller.subject(), role, caller.department(), party, caller.client());
    }

    Request request(String caseId, ExpectedVersion version, @Nullable String role) {
        return new Request(caseId, version.value(), scope, handler(), actor(role));
    }

    /**
     * The case, unless the mandate does not cover its item: then it does not exist for the caller.
     */
    CaseOnFile covered(CaseOnFile file) {
        var header = file.value().header();
        if (!coverage.covers(header.itemCode(), header.itemType())) {
            throw new NotFound("case", header.id());
        }
        return file;
    }
}

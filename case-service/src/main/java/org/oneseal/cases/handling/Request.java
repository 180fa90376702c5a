package org.oneseal.cases.handling;

import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;

/**
 * Who asks for something to be done to which case, and how far they see.
 *
 * @param expectedVersion the version they have read
 */
public record Request(
        String caseId, long expectedVersion, Scope scope, Handler handler, Actor actor) {

    /** The same with another reach, for who was let in by something else than the case's place. */
    public Request within(Scope other) {
        return new Request(caseId, expectedVersion, other, handler, actor);
    }
}

package org.oneseal.cases.handling;

import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;

/**
 * Who asks for something to be done to which case, and how far they see.
 *
 * @param expectedVersion the version they have read
 */
public record Request(
        String caseId, long expectedVersion, Scope scope, Handler handler, Actor actor) {}

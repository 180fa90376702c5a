package org.oneseal.cases.events;

import org.jspecify.annotations.Nullable;

/**
 * The statutory and the promised limit (法定 / 承诺办结时限) of the pinned item version.
 *
 * @param extensionMovesPromise whether an extension moves the promised due date, too
 */
public record LimitTerms(
        @Nullable LimitTerm legal, @Nullable LimitTerm promised, boolean extensionMovesPromise) {}

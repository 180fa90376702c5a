package org.oneseal.cases.events;

import org.jspecify.annotations.Nullable;

/** The statutory and the promised limit (法定 / 承诺办结时限) of the pinned item version. */
public record LimitTerms(@Nullable LimitTerm legal, @Nullable LimitTerm promised) {}

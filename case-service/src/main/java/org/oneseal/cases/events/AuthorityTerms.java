package org.oneseal.cases.events;

import org.jspecify.annotations.Nullable;

/** The body in whose name the decision is made. */
public record AuthorityTerms(@Nullable String uscc, String name) {}

package org.oneseal.cases.events;

import java.time.Instant;

/** The step under way (环节) and by when it has to be done, as derived when the event happened. */
public record StepTerms(String stepCode, String name, Instant due) {}

package org.oneseal.cases.promises;

import org.oneseal.platform.worktime.TimeLimit;

/** How long promised materials may follow after the promise, and on what ground. */
public record PromiseRule(TimeLimit limit, String legalGround) {}

package org.oneseal.catalog.items;

import org.oneseal.platform.worktime.TimeLimit;

/** Silence for this long counts as acceptance (逾期不告知视为受理), by this law. */
public record DeemedAcceptance(TimeLimit limit, String legalGround) {}

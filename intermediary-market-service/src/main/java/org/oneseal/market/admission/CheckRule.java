package org.oneseal.market.admission;

/**
 * How long the formal check may take: a row of data with region and effective interval.
 *
 * @param id names the row, for explanations
 */
public record CheckRule(String id, int workingDays, String ground) {}

package org.oneseal.catalog.items;

/**
 * A procedure that the authority may commission and whose time does not count (特别程序).
 *
 * @param kind such as EXPERT_REVIEW; which kinds exist is data
 * @param maxDays the most working days that may be announced for it
 * @param legalGround law that takes it out of the limit
 */
public record SpecialProcedure(String kind, String name, int maxDays, String legalGround) {}

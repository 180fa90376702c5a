package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Regional;

/**
 * What an act of one kind needs and does, for a region from a day on.
 *
 * @param region twelve digits with everything below, null for the whole country
 * @param until first day it no longer holds, null for no end
 * @param ownName the receiver decides in its own name, else in the name of who handed on
 * @param letterNeeded a signed letter of authorisation (授权委托书) is registered with the act
 * @param takeoverNeeded it counts from the day on which the receiver takes over (承接)
 * @param groundNeeded the document that allows it must be named
 * @param downwards the receiver lies below who hands on
 * @param passingOn the receiver may hand on what it holds
 * @param legalGround of these needs
 * @param setUp what is prepared at the receiver, null for nothing
 * @param followUpMonths after how many months those who handed on look back (回头看), and again after
 *     each look; null for never
 */
public record DelegationRule(
        @Nullable String region,
        LocalDate from,
        @Nullable LocalDate until,
        DelegationKind kind,
        boolean ownName,
        boolean letterNeeded,
        boolean takeoverNeeded,
        boolean groundNeeded,
        boolean downwards,
        boolean passingOn,
        String legalGround,
        @Nullable SetUp setUp,
        @Nullable Integer followUpMonths)
        implements Regional {}

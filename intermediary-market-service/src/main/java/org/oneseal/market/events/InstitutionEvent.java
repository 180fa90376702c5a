package org.oneseal.market.events;

/** What happened to an institution on its way into the market. */
public sealed interface InstitutionEvent extends MarketEvent
        permits InstitutionApplied,
                InstitutionAdmitted,
                InstitutionRefused,
                InstitutionRescheduled {

    InstitutionReference institution();
}

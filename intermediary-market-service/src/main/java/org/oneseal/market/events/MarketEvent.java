package org.oneseal.market.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened in the market, as others read it on oneseal.market.v1. Additive changes only. */
public sealed interface MarketEvent permits InstitutionEvent, ProjectEvent, SelectionRuleSet {

    /** Last two segments of the event type. */
    @JsonIgnore
    String type();

    /**
     * What events say about an institution.
     *
     * @param party opaque id of the party behind it
     */
    record InstitutionReference(
            String institutionId, String name, String uscc, String region, String party) {}

    /** A qualification as it was shown (资质). */
    record QualificationTerms(
            String type, @Nullable String grade, String number, @Nullable LocalDate validTo) {}
}

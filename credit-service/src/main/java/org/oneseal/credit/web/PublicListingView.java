package org.oneseal.credit.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.ListRule;

/** What anybody may read of a listing in force; of a person only a mask. */
record PublicListingView(
        String id,
        String region,
        String kind,
        String kindName,
        String subjectKind,
        String subjectName,
        @Nullable String uscc,
        String facts,
        String ground,
        String basis,
        LocalDate since,
        @Nullable LocalDate until,
        List<ListRule.Measure> measures,
        String remedy) {}

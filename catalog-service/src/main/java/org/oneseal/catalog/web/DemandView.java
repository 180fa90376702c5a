package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.resources.Consent;
import org.oneseal.catalog.resources.DataDemand;
import org.oneseal.catalog.resources.ShareKind;

/**
 * What a department needs of another's data, and what it was told.
 *
 * @param resourceVersion what the directory said when it was asked for
 * @param provider code of the department that has the data
 * @param department code of the department that needs them
 * @param due last day for an answer, Asia/Shanghai
 * @param overdue whether that day passed before there was one
 * @param ground what the answer rests on
 */
record DemandView(
        String id,
        String resource,
        int resourceVersion,
        ShareKind share,
        String provider,
        String department,
        String item,
        String purpose,
        List<String> elements,
        Consent consent,
        @Nullable String consentGround,
        Instant askedAt,
        DataDemand.State state,
        LocalDate due,
        boolean overdue,
        @Nullable Instant answeredAt,
        @Nullable String ground,
        long version) {

    static DemandView of(DataDemand demand, LocalDate due, Instant now) {
        DataDemand.Answer answer = demand.answer();
        LocalDate until = ItemDesk.today(answer == null ? now : answer.at());
        return new DemandView(
                demand.id(),
                demand.resource(),
                demand.resourceVersion(),
                demand.share(),
                demand.provider(),
                demand.asker(),
                demand.item(),
                demand.purpose(),
                demand.elements(),
                demand.consent(),
                demand.consentGround(),
                demand.askedAt(),
                demand.state(),
                due,
                until.isAfter(due),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.ground(),
                demand.version());
    }
}

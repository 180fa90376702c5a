package org.oneseal.catalog.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department asked for another's data for an item, or was answered.
 *
 * @param action FILED, AGREED or REFUSED
 * @param provider code of the department that has them
 * @param asker code of the department that needs them
 * @param elements codes of what is needed
 * @param consent NOT_NEEDED, APPLICANT or LAW
 * @param consentGround law that allows it, null where the applicant agrees or nobody need
 * @param reason what the answer rests on, null where nothing was said
 */
public record DataDemandEdited(
        String demandId,
        String action,
        String resourceCode,
        int resourceVersion,
        String provider,
        String asker,
        String itemCode,
        String purpose,
        List<String> elements,
        String consent,
        @Nullable String consentGround,
        @Nullable String reason)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.data-demand-edited";
    }
}

package org.oneseal.market.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An institution asks to be admitted.
 *
 * @param practitioners how many
 * @param checkDue last day of the formal check, Asia/Shanghai; null while no calendar is known
 */
public record InstitutionApplied(
        InstitutionReference institution,
        List<String> services,
        List<QualificationTerms> qualifications,
        int practitioners,
        @Nullable LocalDate checkDue,
        boolean provisional)
        implements InstitutionEvent {
    public InstitutionApplied {
        services = List.copyOf(services);
        qualifications = List.copyOf(qualifications);
    }

    @Override
    public String type() {
        return "market.institution-applied";
    }
}

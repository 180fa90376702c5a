package org.oneseal.market.events;

import java.util.List;

/** The formal check is passed; the institution is listed (入驻). */
public record InstitutionAdmitted(
        InstitutionReference institution,
        List<String> services,
        List<QualificationTerms> qualifications,
        int practitioners,
        boolean inTime)
        implements InstitutionEvent {
    public InstitutionAdmitted {
        services = List.copyOf(services);
        qualifications = List.copyOf(qualifications);
    }

    @Override
    public String type() {
        return "market.institution-admitted";
    }
}

package org.oneseal.market.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formal check failed; every reason is told at once. */
public record InstitutionRefused(
        InstitutionReference institution, List<Reason> reasons, boolean inTime)
        implements InstitutionEvent {
    public InstitutionRefused {
        reasons = List.copyOf(reasons);
    }

    /** One reason, in the operator's words. */
    public record Reason(String code, String text, @Nullable String ground) {}

    @Override
    public String type() {
        return "market.institution-refused";
    }
}

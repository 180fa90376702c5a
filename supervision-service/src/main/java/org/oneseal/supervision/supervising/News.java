package org.oneseal.supervision.supervising;

import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Findings;
import org.oneseal.supervision.watching.Norms;

/** A fact that came in, with the case as its sender names it. */
public record News(CaseHead head, CaseFact fact) {

    /** The feed of old news that it belongs to, null for what is told in time. */
    @Nullable String feed(Norms norms) {
        if (!head.fed() || !Findings.isLate(fact, norms.calendar(head.region()).orElse(null))) {
            return null;
        }
        String source = head.source();
        return "source:" + (source == null ? "" : source);
    }
}

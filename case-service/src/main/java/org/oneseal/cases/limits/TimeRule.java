package org.oneseal.cases.limits;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/** A length of time that the law gives where the item says nothing, and on what ground. */
public record TimeRule(TimeLimit limit, String legalGround) {

    /** What it is for. */
    public enum Kind {
        /** From the decision to the delivery of what is granted (颁发送达). */
        DELIVERY,
        /** For the applicant to answer a correction notice (补正期限). */
        CORRECTION,
        /** For a department that is asked for its opinion (征求意见). */
        CONSULTATION,
        /** The longest that whoever asks may give such a department. */
        CONSULTATION_AT_MOST,
        /** From a passed pre-review to the ticket that is drawn on it (预审有效期). */
        PRE_REVIEW,
        /** From what happens in a department's own system to its telling here (报送). */
        REPORT
    }

    public static @Nullable TimeLimit limit(Optional<TimeRule> rule) {
        return rule.map(TimeRule::limit).orElse(null);
    }
}

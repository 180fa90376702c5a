package org.oneseal.catalog.guide;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** A condition on answers that was read and understood. */
public interface Condition {

    /** Codes of the questions it speaks of. */
    Set<String> questions();

    /**
     * Judges by what is known; an answer that is not there is unknown, not false.
     *
     * @param answers by the code of the question: Boolean, String, BigDecimal or LocalDate
     * @param today the day of {@code today} in conditions, Asia/Shanghai
     */
    Verdict judge(Map<String, Object> answers, LocalDate today);
}

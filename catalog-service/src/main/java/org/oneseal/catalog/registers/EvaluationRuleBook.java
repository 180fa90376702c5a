package org.oneseal.catalog.registers;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;

/** What may be evaluated for an area at once, by region and day. */
@FunctionalInterface
public interface EvaluationRuleBook {

    /**
     * What holds for a region on a day.
     *
     * @throws IllegalStateException if nothing does
     */
    EvaluationRule on(RegionCode region, LocalDate day);
}

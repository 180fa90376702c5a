package org.oneseal.catalog.publishing;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;

/**
 * The numbers and lists of publishing, by region and day: a lower region's go before a higher
 * one's.
 */
public interface PublishRuleBook {

    /**
     * What holds for a region on a day.
     *
     * @throws IllegalStateException if nothing does
     */
    PublishParameters on(RegionCode region, LocalDate day);
}

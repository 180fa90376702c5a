package org.oneseal.catalog.publishing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Regional;

/**
 * How codes of a province are formed (地方编码规则), in its region and below, from a day on.
 *
 * @param region twelve digits
 * @param from first day it holds, null where nobody knows it
 * @param until first day it no longer holds, null for no end
 * @param pattern regular expression that a whole code keeps to
 * @param required whether nothing is published without such a code
 * @param ground what lays the scheme down, null where nobody knows it
 */
public record CodeScheme(
        String region,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Layer layer,
        String name,
        String pattern,
        boolean required,
        @Nullable String ground)
        implements Regional {

    /** What a code names. */
    public enum Layer {
        /** A matter of the basic directory. */
        MATTER,
        /** An item as a body runs it. */
        ITEM
    }
}

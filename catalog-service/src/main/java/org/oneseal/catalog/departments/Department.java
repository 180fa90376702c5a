package org.oneseal.catalog.departments;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.region.RegionCode;

/**
 * A department that runs items.
 *
 * @param parent code of the department above, null without one
 * @param madeUp whether the credit code is made up for demonstrations
 * @param version counts its announcements from 1
 */
public record Department(
        String code,
        String name,
        UnifiedSocialCreditCode uscc,
        RegionCode region,
        @Nullable String parent,
        boolean madeUp,
        long version) {}

package org.oneseal.catalog.items;

import org.jspecify.annotations.Nullable;

/**
 * What a granted case ends with (审批结果).
 *
 * @param certificateType 21 characters, type of the electronic certificate; null for none
 * @param validityMonths null for no end
 */
public record ItemResult(
        String code,
        String name,
        @Nullable String certificateType,
        @Nullable Integer validityMonths) {}

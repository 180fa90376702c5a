package org.oneseal.catalog.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a granted case ends with (审批结果).
 *
 * @param certificateType 21 characters, type of the electronic certificate; null for none
 * @param validityMonths null for no end
 * @param kind null where nobody has said it
 * @param sample what it looks like (结果样本), null without
 */
public record ItemResult(
        String code,
        String name,
        @Nullable String certificateType,
        @Nullable Integer validityMonths,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FormFile sample) {

    /** Kind of result (审批结果类型): 证照, 批文, other. */
    public enum Kind {
        CERTIFICATE,
        DOCUMENT,
        OTHER
    }
}

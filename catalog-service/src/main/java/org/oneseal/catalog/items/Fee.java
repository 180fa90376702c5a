package org.oneseal.catalog.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A fee (收费项目).
 *
 * @param amountFen null where the standard decides
 * @param reduction who pays less or nothing, and by which rule (减免), null where nobody does
 */
public record Fee(
        String name,
        @Nullable Long amountFen,
        String standard,
        String basis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reduction) {}

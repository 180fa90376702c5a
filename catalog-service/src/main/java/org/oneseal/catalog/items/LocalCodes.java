package org.oneseal.catalog.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a province calls an item beside the national codes (地方编码): older systems know it by these.
 *
 * @param matter code in the basic directory of the province, null where it has none
 * @param item code of the item as this body runs it, null where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocalCodes(@Nullable String matter, @Nullable String item) {}

package org.oneseal.catalog.items;

import org.jspecify.annotations.Nullable;

/**
 * A fee (收费项目).
 *
 * @param amountFen null where the standard decides
 */
public record Fee(String name, @Nullable Long amountFen, String standard, String basis) {}

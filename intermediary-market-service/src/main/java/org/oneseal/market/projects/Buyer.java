package org.oneseal.market.projects;

import org.jspecify.annotations.Nullable;

/**
 * Who commissions the service: an applicant, known by its party, or a department.
 *
 * @param uscc of the buyer, so that it can't be drawn itself; null for a natural person
 */
public record Buyer(
        @Nullable String party, @Nullable String department, String name, @Nullable String uscc) {}

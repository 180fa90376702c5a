package org.oneseal.market.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service type an institution may offer.
 *
 * @param lastDay last day its qualification holds, null means without end
 */
public record Offering(String code, @Nullable LocalDate lastDay) {}

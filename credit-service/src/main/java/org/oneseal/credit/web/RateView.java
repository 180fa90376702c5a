package org.oneseal.credit.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The seven-day rate.
 *
 * @param late published after the last day
 * @param overdue not published, the last day has passed
 * @param rate percent with two decimals, cut off, for display; null when nothing was due
 */
record RateView(
        LocalDate from,
        LocalDate to,
        long numerator,
        long denominator,
        long late,
        long overdue,
        @Nullable String rate) {}

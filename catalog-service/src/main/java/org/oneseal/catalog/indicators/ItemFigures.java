package org.oneseal.catalog.indicators;

import java.util.Optional;

/**
 * What is counted of published items that are not cancelled.
 *
 * @param limited items with a statutory limit, on which the promises are measured
 * @param legal sum of their statutory limits, in the parts of a day of the region's table of units
 * @param promised sum of their promises in the same unit
 * @param guided items whose guide is known
 */
public record ItemFigures(
        long items,
        long licences,
        long immediate,
        long limited,
        long legal,
        long promised,
        long guided,
        long withoutTrip,
        long online,
        long fullyOnline) {

    /** By how much the promises are shorter than the statutes (承诺压缩率). */
    public Optional<Ratio> compression() {
        return Ratio.of(legal - promised, legal);
    }

    public Optional<Ratio> immediateShare() {
        return Ratio.of(immediate, items);
    }

    public Optional<Ratio> zeroTripShare() {
        return Ratio.of(withoutTrip, guided);
    }

    /** Items that one can apply for online (网上可办率). */
    public Optional<Ratio> onlineShare() {
        return Ratio.of(online, guided);
    }

    public Optional<Ratio> fullyOnlineShare() {
        return Ratio.of(fullyOnline, guided);
    }

    /** Items with a guide among all (指南覆盖率). */
    public Optional<Ratio> coverage() {
        return Ratio.of(guided, items);
    }
}

package org.oneseal.catalog.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemFiguresTest {

    @Test
    void fifteenThousandWorkingDaysPromisedInTwoAndAHalfThousandAreCompressedBy8338() {
        ItemFigures figures =
                new ItemFigures(1309, 699, 0, 1309, 15_215 * 56L, 2_529 * 56L, 0, 0, 0, 0);
        Ratio compression = figures.compression().orElseThrow();
        assertThat(compression.percent()).isEqualByComparingTo("83.38");
        assertThat(compression.numerator() * 15_215).isEqualTo(compression.denominator() * 12_686);
    }

    @Test
    void ofNothingThereIsNoShare() {
        ItemFigures none = new ItemFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(none.compression()).isEmpty();
        assertThat(none.immediateShare()).isEmpty();
        assertThat(none.zeroTripShare()).isEmpty();
        assertThat(none.onlineShare()).isEmpty();
        assertThat(none.coverage()).isEmpty();
    }
}

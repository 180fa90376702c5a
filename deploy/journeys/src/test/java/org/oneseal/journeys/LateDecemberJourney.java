package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The story as of late December, when deadlines run into a year without a decree. All later
 * journeys are made then.
 */
@PlatformJourney
@Order(1)
class LateDecemberJourney {

    static final LocalDate DECEMBER = LocalDate.of(2026, 12, 28);

    private final World world;

    LateDecemberJourney(World world) {
        this.world = world;
    }

    @Test
    void inLateDecemberTheDeadlineRunsIntoAProvisionalYear() {
        List<?> dues = world.duesOfTheLicence();

        assertThat(dues.get(0)).isEqualTo("2027-01-07 / 2027-01-27 provisional");
        assertThat(dues).isEqualTo(new CountedDues().of(DECEMBER, " provisional"));
    }
}

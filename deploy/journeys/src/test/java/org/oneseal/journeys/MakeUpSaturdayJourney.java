package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The story as of a Saturday on which offices work. The shared platform begins on that day, and
 * goes on in late December: no journey depends on the day on which it is made.
 */
@PlatformJourney(begins = "2026-02-14")
@Order(0)
class MakeUpSaturdayJourney {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 2, 14);

    private final World world;
    private final CountedDues counted = new CountedDues();

    MakeUpSaturdayJourney(World world) {
        this.world = world;
    }

    @Test
    void aMakeUpSaturdayIsAWorkingDay() {
        assertThat(SATURDAY.getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(counted.isMadeUp(SATURDAY)).isTrue();
        assertThat(counted.isMadeUp(LocalDate.of(2026, 2, 28))).isTrue();

        List<?> dues = world.duesOfTheLicence();

        assertThat(dues.get(0)).isEqualTo("2026-03-03 / 2026-03-16");
        assertThat(dues).isEqualTo(counted.of(SATURDAY, ""));
    }

    @AfterAll
    void onToLateDecember() {
        world.moveClock(World.until(LateDecemberJourney.DECEMBER));
    }
}

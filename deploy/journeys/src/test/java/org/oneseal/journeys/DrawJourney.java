package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The end of the review that the main story commissions, once the public value is there. */
@PlatformJourney
@Order(5)
class DrawJourney {

    private final World world;

    DrawJourney(World world) {
        this.world = world;
    }

    @Test
    void theInstitutionIsDrawnAndItsResultLetsTheClockRun() throws IOException {
        Map<String, Object> told = world.commission("commission").finish();

        world.say("commission: " + told);
        assertThat(told)
                .containsEntry("institutions", 3)
                .containsEntry("avoided", "91431103MA4PG0047L")
                .containsEntry("recomputed", true)
                .containsEntry("forgeryCaught", true)
                .containsEntry("resumedByEvent", true)
                .hasEntrySatisfying(
                        "winner",
                        winner ->
                                assertThat((String) winner)
                                        .startsWith("91431103MA4PG00")
                                        .isNotEqualTo(told.get("avoided")));
        assertThat(told.get("dues"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(3)
                .satisfies(
                        dues -> assertThat(dues.get(1)).isNotEqualTo(dues.get(0)),
                        dues -> assertThat(dues.get(2)).isEqualTo(dues.get(0)));
    }
}

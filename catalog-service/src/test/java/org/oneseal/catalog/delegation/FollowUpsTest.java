package org.oneseal.catalog.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.delegation.FollowUps.Finding;
import org.oneseal.catalog.delegation.FollowUps.FollowUp;
import org.oneseal.platform.objection.Objection;

class FollowUpsTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 11, 23);

    @Test
    void nobodyHasLookedBackOnADayToCome() {
        FollowUps none = new FollowUps(12, List.of());
        FollowUp tomorrow = new FollowUp(BEGIN.plusDays(1), Finding.SOUND, "好", null);
        assertThat(none.against(tomorrow, BEGIN, BEGIN))
                .extracting(Objection::code)
                .containsExactly("follow-up-in-the-future");
    }
}

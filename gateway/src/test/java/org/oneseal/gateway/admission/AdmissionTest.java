package org.oneseal.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.gateway.GatewaySettings;

class AdmissionTest {

    private static final Duration QUICK = Duration.ofMillis(20);
    private static final Duration SLOW = Duration.ofMillis(900);

    private final Admission admission =
            new Admission(new GatewaySettings.Admission(40, 8, 60, Duration.ofMillis(500)));

    @Test
    void theLastQuarterIsForWhatHasBegun() {
        assertThat(fill(true)).hasSize(30);
        assertThat(fill(false)).hasSize(10);
        assertThat(admission.enter(false)).isEmpty();
    }

    @Test
    void slowAnswersShrinkItToTheLeastAndQuickOnesGrowItToTheMost() {
        for (int i = 0; i < 100; i++) fill(false).forEach(ticket -> ticket.answeredAfter(SLOW));
        assertThat(admission.limit()).isEqualTo(8);
        for (int i = 0; i < 100; i++) fill(false).forEach(ticket -> ticket.answeredAfter(QUICK));
        assertThat(admission.limit()).isEqualTo(60);
    }

    @Test
    void littleWorkSaysNothingOfHowMuchThereMayBe() {
        for (int i = 0; i < 500; i++) admission.enter(true).orElseThrow().answeredAfter(QUICK);
        assertThat(admission.limit()).isEqualTo(40);
    }

    @Test
    void whatIsNotAnsweredInTimeShrinksItAndWhatTheSenderEndsDoesNot() {
        fill(false).forEach(Admission.Ticket::ended);
        assertThat(admission.limit()).isEqualTo(40);
        admission.enter(false).orElseThrow().lost();
        assertThat(admission.limit()).isEqualTo(36);
    }

    @Test
    void howeverItEndsNothingIsUnderWayAfterwards() {
        List<Admission.Ticket> all = fill(false);
        for (int i = 0; i < all.size(); i++) {
            switch (i % 3) {
                case 0 -> all.get(i).answeredAfter(QUICK);
                case 1 -> all.get(i).lost();
                default -> all.get(i).ended();
            }
        }
        assertThat(admission.underWay()).isZero();
    }

    private List<Admission.Ticket> fill(boolean begins) {
        List<Admission.Ticket> tickets = new ArrayList<>();
        while (admission.enter(begins).map(tickets::add).isPresent()) {
            assertThat(tickets).hasSizeLessThanOrEqualTo(60);
        }
        return tickets;
    }
}

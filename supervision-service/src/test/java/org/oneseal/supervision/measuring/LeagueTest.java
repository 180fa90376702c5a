package org.oneseal.supervision.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is best, by exact fractions. */
class LeagueTest {

    @Test
    void equals_share_a_place_and_who_has_no_figure_has_none() {
        var places =
                League.of(
                        List.of(
                                group("third", 3, 1),
                                group("nothing", 0, 0),
                                group("half", 4, 2),
                                group("also-half", 8, 4)),
                        Indicator.YELLOW_RATE);

        assertThat(places.stream().map(p -> p.rank() + " " + p.key().getFirst()))
                .containsExactly("1 third", "2 also-half", "2 half", "null nothing");
    }

    @Test
    void figures_that_look_the_same_when_rounded_are_still_told_apart() {
        var places =
                League.of(
                        List.of(
                                group("a little less", 3_000_000_001L, 1_000_000_000L),
                                group("a third", 3_000_000_000L, 1_000_000_000L)),
                        Indicator.YELLOW_RATE);

        assertThat(places.getFirst().key()).containsExactly("a little less");
        assertThat(places.getLast().rank()).isEqualTo(2);
    }

    private static FigureBook.Group group(String key, long accepted, long yellow) {
        return new FigureBook.Group(
                List.of(key), Map.of(Counter.ACCEPTED, accepted, Counter.CARDS_YELLOW, yellow));
    }
}

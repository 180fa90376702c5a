package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.supervision.supervising.CaseFixture.at;
import static org.oneseal.supervision.supervising.Examined.colours;
import static org.oneseal.supervision.supervising.Examined.fold;
import static org.oneseal.supervision.supervising.Examined.watches;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Watch;

/** In whatever order facts arrive and whenever somebody looks: the same watches, the same cards. */
class OrderOfArrivalTest {

    @Test
    void the_derived_watches_do_not_depend_on_the_order_of_arrival() {
        List<News> ordered =
                CaseFixture.application()
                        .submitted("2026-03-02T09:30:00")
                        .promised("2026-03-02T09:30:00", Map.of("m3", "2026-03-10"))
                        .accepted("2026-03-02T10:00:00")
                        .handedIn("2026-03-12T09:00:00", "m3")
                        .step("2026-03-03T09:00:00")
                        .suspended("2026-03-03T10:00:00", 10)
                        .resumed("2026-03-11T10:00:00")
                        .decided("2026-03-20T10:00:00")
                        .finished("2026-03-20T11:00:00")
                        .news();
        List<Watch> expected = watches(ordered);
        for (long seed = 0; seed < 300; seed++) {
            List<News> shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(watches(shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void red_cards_minus_proposals_are_those_of_the_ordered_run() {
        List<News> ordered =
                CaseFixture.application()
                        .accepted("2026-03-02T10:00:00")
                        .suspended("2026-03-03T10:00:00", 10)
                        .resumed("2026-03-11T10:00:00")
                        .finished("2026-04-20T11:00:00")
                        .news();
        Instant now = at("2026-06-01T10:00:00");
        Set<Colour> expected = fold(ordered, null).supported("431103-case.case", now);
        for (long seed = 0; seed < 200; seed++) {
            List<News> shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, new Random(seed));
            Examination examination = fold(shuffled, null);
            boolean red =
                    colours(examination).contains(Colour.RED)
                            && examination.supported("431103-case.case", now).contains(Colour.RED);
            assertThat(red).as("seed %d", seed).isEqualTo(expected.contains(Colour.RED));
        }
    }

    @Test
    void a_rebuild_draws_the_same_cards_at_the_same_thresholds_whenever_the_sweep_looked() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            CaseFixture fixture = CaseFixture.application();
            LocalDateTime moment = LocalDateTime.parse("2026-03-02T10:00:00");
            fixture.accepted(moment.toString());
            for (int i = random.nextInt(5); i > 0; i--) {
                moment = moment.plusHours(1 + random.nextInt(200));
                fixture.step(moment.toString());
            }
            moment = moment.plusHours(1 + random.nextInt(900));
            if (random.nextBoolean()) fixture.finished(moment.toString());
            Instant end = at("2026-09-01T00:00:00");
            assertThat(lived(fixture.news(), end, random))
                    .as("seed %d", seed)
                    .isEqualTo(rebuilt(fixture.news(), end));
        }
    }

    /** Facts as they come, with sweeps between them at odd moments. */
    private static Set<String> lived(List<News> news, Instant end, Random random) {
        Set<String> drawn = new TreeSet<>();
        Dossier dossier = null;
        List<Kept> kept = List.of();
        for (News one : news) {
            Instant before = one.fact().told().recordedAt();
            kept = swept(kept, before.minusSeconds(random.nextInt(400_000)), drawn);
            Examination examination =
                    new Examination(CaseFixture.norms(), CaseFixture.rules(), dossier, kept);
            examination.take(one, null);
            examination.draws().forEach(d -> drawn.add(d.cardId() + d.crossing()));
            dossier = examination.dossier();
            kept = examination.watches();
        }
        swept(kept, end, drawn);
        return drawn;
    }

    private static Set<String> rebuilt(List<News> news, Instant end) {
        Set<String> drawn = new TreeSet<>();
        Examination examination = fold(news, null);
        examination.draws().forEach(d -> drawn.add(d.cardId() + d.crossing()));
        swept(examination.watches(), end, drawn);
        return drawn;
    }

    private static List<Kept> swept(List<Kept> kept, Instant now, Set<String> drawn) {
        return kept.stream()
                .map(
                        k -> {
                            var due = k.due(now);
                            due.forEach(c -> drawn.add(k.watch().id() + "." + c.rule() + c));
                            return k.drawn(due);
                        })
                .toList();
    }
}

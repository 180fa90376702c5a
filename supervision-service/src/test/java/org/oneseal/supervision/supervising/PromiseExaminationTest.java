package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.supervision.supervising.CaseFixture.at;
import static org.oneseal.supervision.supervising.Examined.sweep;
import static org.oneseal.supervision.supervising.Examined.take;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.WatchKind;

/** What becomes of a promise (告知承诺): kept, not kept, kept too late, owed for nothing. */
class PromiseExaminationTest {

    @Test
    void a_promise_that_is_kept_draws_nothing_and_its_watch_closes() {
        Examination examination =
                take(
                        promised()
                                .handedIn("2026-03-20T10:00:00", "m3")
                                .handedIn("2026-05-04T23:59:59", "m4"));

        Kept promise = promise(examination);
        assertThat(promise.watch().closedAt()).isEqualTo(at("2026-05-04T23:59:59"));
        assertThat(sweep(promise, at("2026-09-01T00:00:00"))).isEmpty();
        assertThat(examination.draws())
                .extracting(d -> d.watch().kind())
                .doesNotContain(WatchKind.PROMISE);
    }

    @Test
    void a_promise_that_is_not_kept_is_red_from_the_end_of_its_day() {
        Kept open = promise(take(promised()));
        assertThat(sweep(open, at("2026-04-03T23:59:59"))).isEmpty();
        assertThat(sweep(open, at("2026-04-04T00:00:00"))).containsExactly("RED");

        Kept half = promise(take(promised().handedIn("2026-04-03T16:00:00", "m3")));
        assertThat(sweep(half, at("2026-05-04T23:59:59"))).isEmpty();
        assertThat(sweep(half, at("2026-05-05T00:00:00"))).containsExactly("RED");
    }

    @Test
    void what_comes_late_closes_the_watch_and_leaves_its_card() {
        Examination examination =
                take(
                        promised()
                                .handedIn("2026-04-10T10:00:00", "m3")
                                .handedIn("2026-04-10T10:00:01", "m4"));

        assertThat(examination.draws())
                .filteredOn(d -> d.watch().kind() == WatchKind.PROMISE)
                .singleElement()
                .satisfies(
                        draw -> {
                            assertThat(draw.crossing().at()).isEqualTo(at("2026-04-04T00:00:00"));
                            assertThat(draw.crossing().colour()).isEqualTo(Colour.RED);
                        });
        assertThat(promise(examination).watch().isClosed()).isTrue();
        assertThat(
                        examination.supported(
                                promise(examination).watch().id(), at("2026-09-01T00:00:00")))
                .containsExactly(Colour.RED);
    }

    @Test
    void a_promise_for_nothing_is_not_owed() {
        Kept promise = promise(take(promised().refused("2026-03-10T10:00:00")));
        assertThat(promise.watch().isClosed()).isTrue();
        assertThat(sweep(promise, at("2026-09-01T00:00:00"))).isEmpty();
    }

    private static CaseFixture promised() {
        return CaseFixture.application()
                .submitted("2026-03-02T09:00:00")
                .promised("2026-03-02T09:00:00", Map.of("m3", "2026-04-03", "m4", "2026-05-04"));
    }

    private static Kept promise(Examination examination) {
        return examination.watches().stream()
                .filter(k -> k.watch().kind() == WatchKind.PROMISE)
                .findFirst()
                .orElseThrow();
    }
}

package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Tallier;
import org.oneseal.supervision.watching.Finding;
import org.oneseal.supervision.watching.FindingCode;

/** What the law brings about dates back to the day of the materials; nobody reported it late. */
class DeemedAcceptanceTest {

    @Test
    void acceptance_by_law_is_no_late_report() {
        List<News> told =
                CaseFixture.application()
                        .submitted("2026-03-02T10:00:00")
                        .deemedAccepted("2026-03-02T10:00:00", "2026-03-09T17:00:00")
                        .news();
        Examination examination =
                new Examination(CaseFixture.norms(), CaseFixture.rules(), null, List.of());
        told.forEach(news -> examination.take(news, null));
        assertThat(examination.watches().stream().flatMap(k -> k.watch().findings().stream()))
                .extracting(Finding::code)
                .doesNotContain(FindingCode.LATE_REPORT);
        Map<Counter, Long> sums =
                new Tallier(CaseFixture.norms())
                        .tally(Objects.requireNonNull(examination.dossier()))
                        .cells()
                        .values()
                        .iterator()
                        .next();
        assertThat(sums.get(Counter.REPORTS)).isEqualTo(2);
        assertThat(sums.get(Counter.ACCEPTED)).isEqualTo(1);
        assertThat(sums).doesNotContainKeys(Counter.REPORTS_LATE, Counter.REPORT_LAG_SECONDS);
    }
}

package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;

/** Cases under examination, and what can be seen of them. */
final class Examined {

    private Examined() {}

    static List<Watch> watches(List<News> news) {
        return fold(news, null).watches().stream().map(Kept::watch).toList();
    }

    static Examination take(CaseFixture fixture) {
        return fold(fixture.news(), null);
    }

    static Examination takeHeld(CaseFixture fixture) {
        return fold(fixture.news(), "source:wabo");
    }

    static Examination fold(List<News> news, @Nullable String heldFor) {
        Examination examination =
                new Examination(CaseFixture.norms(), CaseFixture.rules(), null, List.of());
        news.forEach(n -> examination.take(n, heldFor));
        return examination;
    }

    static Kept caseWatch(Examination examination) {
        return examination.watches().stream()
                .filter(k -> k.watch().kind() == WatchKind.CASE)
                .findFirst()
                .orElseThrow();
    }

    static List<Colour> colours(Examination examination) {
        return examination.draws().stream()
                .filter(d -> d.watch().kind() == WatchKind.CASE)
                .map(d -> d.crossing().colour())
                .toList();
    }

    static List<String> sweep(Kept kept, Instant now) {
        return kept.due(now).stream().map(c -> c.colour().name()).toList();
    }
}

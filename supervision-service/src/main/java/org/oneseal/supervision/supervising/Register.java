package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.warning.CardState;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;

/** What there is to look at, each within a scope. Lists go on after the sort keys of a row. */
public interface Register {

    List<CardSheet> cards(
            Scope scope,
            CardFilter filter,
            @Nullable Instant beforeIssued,
            String beforeId,
            int limit);

    Optional<CardSheet> card(String id, Scope scope);

    /** Cards issued since then, oldest first. */
    List<CardSheet> cardsSince(Scope scope, Instant since, int limit);

    List<WatchSheet> watches(
            Scope scope, WatchFilter filter, @Nullable Instant afterDue, String afterId, int limit);

    Optional<WatchSheet> watch(String id, Scope scope);

    Optional<Dossier> dossier(String caseId);

    FeedSummary summary(Scope scope, String source, Instant now);

    /** Sums by the group's key, in its order. */
    Map<String, Map<Counter, Long>> sums(
            Scope scope, RegionCode region, LocalDate from, LocalDate to, Grouping grouping);

    record CardFilter(
            @Nullable Colour colour,
            @Nullable CardState state,
            @Nullable String department,
            @Nullable String source,
            @Nullable Boolean proposed) {}

    record WatchFilter(
            @Nullable WatchState state,
            @Nullable WatchKind kind,
            @Nullable String department,
            @Nullable String source) {}

    /** What indicators are grouped by. */
    enum Grouping {
        NONE,
        DAY,
        REGION,
        DEPARTMENT,
        ITEM,
        CHANNEL
    }
}

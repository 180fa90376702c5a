package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.warning.CardState;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;

/** What there is to look at, each within a scope. Lists go on after the sort keys of a row. */
public interface Register {

    List<CardSheet> cards(
            Sight sight,
            CardFilter filter,
            @Nullable Instant beforeIssued,
            String beforeId,
            int limit);

    Optional<CardSheet> card(String id, Sight sight);

    /** Cards drawn by rules and issued in a time, after that one, oldest first. */
    List<CardSheet> cardsByRule(
            Sight sight, Instant since, String afterId, Instant until, int limit);

    List<Dossier> dossiers(List<String> caseIds);

    /** Ids of the cards that were issued since then, oldest first. */
    List<String> issuedSince(Sight sight, Instant since);

    /** Those of these cards that may be seen, oldest first. */
    List<CardSheet> cards(Sight sight, List<String> ids);

    List<WatchSheet> watches(
            Sight sight, WatchFilter filter, @Nullable Instant afterDue, String afterId, int limit);

    Optional<WatchSheet> watch(String id, Sight sight);

    Optional<Dossier> dossier(String caseId);

    FeedSummary summary(Scope scope, String source, Instant now);

    /**
     * Which watches and cards somebody sees.
     *
     * @param held also cards that are not issued
     * @param kinds of what, null for every kind
     */
    record Sight(Scope scope, boolean held, @Nullable Set<WatchKind> kinds) {}

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
}

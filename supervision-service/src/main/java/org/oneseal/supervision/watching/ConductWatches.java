package org.oneseal.supervision.watching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the facts show to be wrong in itself: a second list of what is missing, a material that the
 * item does not ask for, a refusal without reasons. Each is a watch that is due when it happens and
 * open for as long as the case is.
 */
record ConductWatches(Norms norms) {

    List<Watch> of(Dossier dossier, @Nullable Instant ended) {
        List<Watch> watches = new ArrayList<>();
        List<CaseFact.CorrectionRequested> notices =
                dossier.all(CaseFact.CorrectionRequested.class).toList();
        if (notices.size() > 1) {
            watches.add(watch(dossier, WatchKind.SECOND_NOTICE, notices.get(1), ended));
        }
        Set<String> known = materials(dossier.head());
        notices.stream()
                .filter(n -> !known.isEmpty() && asksForMore(n, known))
                .findFirst()
                .ifPresent(n -> watches.add(watch(dossier, WatchKind.MATERIAL, n, ended)));
        dossier.facts().stream()
                .filter(ConductWatches::isUnreasoned)
                .findFirst()
                .ifPresent(f -> watches.add(watch(dossier, WatchKind.REASONS, f, ended)));
        return watches;
    }

    private Set<String> materials(CaseHead head) {
        Optional<ItemNorm> item =
                head.itemCode() == null || head.itemVersion() == null
                        ? Optional.empty()
                        : norms.item(head.itemCode(), head.itemVersion());
        return item.map(ItemNorm::materials).orElse(Set.of());
    }

    private static boolean asksForMore(CaseFact.CorrectionRequested notice, Set<String> known) {
        List<String> missing = notice.missing();
        return missing != null && !known.containsAll(missing);
    }

    private static boolean isUnreasoned(CaseFact fact) {
        return switch (fact) {
            case CaseFact.NotAccepted(Told _, Boolean reasoned) -> Boolean.FALSE.equals(reasoned);
            case CaseFact.Decided(Told _, boolean granted, String _, Boolean reasoned) ->
                    !granted && Boolean.FALSE.equals(reasoned);
            default -> false;
        };
    }

    private static Watch watch(
            Dossier dossier, WatchKind kind, CaseFact fact, @Nullable Instant ended) {
        Instant at = fact.told().occurredAt();
        Instant closed = ended != null && ended.isBefore(at) ? at : ended;
        return new Watch(
                Watchkeeper.id(dossier.head(), kind, fact),
                kind,
                dossier.head(),
                closed == null ? WatchState.OPEN : WatchState.CLOSED,
                at,
                closed,
                new Dues(at, null, null, false, null, false, null, null),
                true,
                List.of());
    }
}

package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * The one answer to who handles an item, from its owner and the grants of it. Power goes from hand
 * to hand: at each, the grant that speaks of the place most closely counts, a park's before any.
 * When one hand loses it, all behind it have nothing.
 */
final class Resolver {

    private static final Comparator<Grant> CLOSEST =
            Comparator.comparing(Grant::park)
                    .thenComparing(g -> g.area().prefix().length())
                    .thenComparing(Grant::delegation);

    private Resolver() {}

    /**
     * Answers for a place.
     *
     * @param park code of the department that manages the park, null outside one
     */
    static Responsibility resolve(
            String owner,
            List<Grant> grants,
            RegionCode place,
            @Nullable String park,
            LocalDate day) {
        String handler = owner;
        String name = owner;
        List<Grant> via = new ArrayList<>();
        Set<String> hands = new HashSet<>(Set.of(owner));
        while (true) {
            String hand = handler;
            Optional<Grant> next =
                    grants.stream()
                            .filter(g -> g.giver().equals(hand) && g.liveOn(day))
                            .filter(g -> g.covers(place, park))
                            .filter(g -> !hands.contains(g.receiver()))
                            .max(CLOSEST);
            if (next.isEmpty()) return new Responsibility(handler, name, via);
            Grant grant = next.get();
            via.add(grant);
            handler = grant.receiver();
            if (grant.ownName()) name = handler;
            hands.add(handler);
        }
    }

    /** How a body came to hold an item for an area on a day; empty where it does not. */
    static Optional<Holding> holding(
            String owner, List<Grant> grants, String body, RegionCode area, LocalDate day) {
        Set<String> seen = new HashSet<>(Set.of(owner));
        List<Holding> open = new ArrayList<>(List.of(new Holding(owner, null)));
        while (!open.isEmpty()) {
            Holding at = open.removeFirst();
            if (at.body().equals(body)) return Optional.of(at);
            for (Grant grant : grants) {
                boolean reaches =
                        grant.giver().equals(at.body())
                                && grant.liveOn(day)
                                && (grant.area().contains(area) || grant.park());
                if (reaches && seen.add(grant.receiver())) {
                    open.add(new Holding(grant.receiver(), grant));
                }
            }
        }
        return Optional.empty();
    }

    /** Every body that has power over an item somewhere on a day. */
    static Set<String> holders(String owner, List<Grant> grants, LocalDate day) {
        Set<String> holders = new HashSet<>(Set.of(owner));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Grant grant : grants) {
                if (holders.contains(grant.giver()) && grant.liveOn(day)) {
                    grew |= holders.add(grant.receiver());
                }
            }
        }
        return holders;
    }

    /**
     * That a body has power over an item.
     *
     * @param by the grant it came by, null for the owner's own
     */
    record Holding(String body, @Nullable Grant by) {}
}

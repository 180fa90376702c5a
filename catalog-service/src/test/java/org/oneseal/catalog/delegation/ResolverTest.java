package org.oneseal.catalog.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.delegation.Delegation.Line;
import org.oneseal.catalog.delegation.DelegationOutcome.Done;
import org.oneseal.platform.region.RegionCode;

/**
 * Who handles what follows from the days of acts by one function; here a clerk with a notebook goes
 * through every day instead, crossing out what ends and writing down what begins.
 */
class ResolverTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 30;
    private static final String ITEM = "X";
    private static final String OWNER = "owner";
    private static final List<String> BODIES = List.of(OWNER, "bureau", "town", "park", "village");
    private static final RegionCode COUNTY = new RegionCode("431103000000");
    private static final RegionCode TOWN = new RegionCode("431103001000");
    private static final RegionCode OTHER_TOWN = new RegionCode("431103002000");
    private static final RegionCode VILLAGE = new RegionCode("431103001001");
    private static final List<RegionCode> PLACES = List.of(COUNTY, TOWN, OTHER_TOWN, VILLAGE);

    @Test
    void theResolverAndTheClerkAgreeOnEveryDayPlaceAndPark() {
        int moved = 0;
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            History history = History.of(random);
            for (int day = 0; day < DAYS; day++) {
                history.liveThrough(day);
                for (RegionCode place : PLACES) {
                    for (String inPark : List.of("", "park", "bureau")) {
                        @Nullable String park = inPark.isEmpty() ? null : inPark;
                        Responsibility found =
                                Resolver.resolve(
                                        OWNER, history.grants(), place, park, START.plusDays(day));
                        Told told = history.clerk(place, park);
                        assertThat(new Told(found.handler(), found.inTheNameOf()))
                                .as("seed %d, day %d, %s, park %s", seed, day, place, park)
                                .isEqualTo(told);
                        if (!found.via().isEmpty()) moved++;
                    }
                }
            }
        }
        assertThat(moved).as("histories that move something").isGreaterThan(10_000);
    }

    @Test
    void thePastIsAnsweredAsItWasThenWhateverHasBecomeOfItSince() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            History history = History.of(random);
            List<Told> then = new ArrayList<>();
            for (int day = 0; day < DAYS; day++) {
                history.liveThrough(day);
                then.add(history.clerk(VILLAGE, null));
            }
            for (int day = 0; day < DAYS; day++) {
                Responsibility now =
                        Resolver.resolve(
                                OWNER, history.grants(), VILLAGE, null, START.plusDays(day));
                assertThat(new Told(now.handler(), now.inTheNameOf()))
                        .as("seed %d, day %d", seed, day)
                        .isEqualTo(then.get(day));
            }
        }
    }

    private record Told(String handler, String name) {}

    /** Acts with what is going to happen to each, and the clerk's notebook. */
    private static final class History {

        private final List<Delegation> acts = new ArrayList<>();
        private final List<Integer> takeoverDays = new ArrayList<>();
        private final List<Integer> revocationDays = new ArrayList<>();
        private final List<Boolean> notebook = new ArrayList<>();

        static History of(Random random) {
            History history = new History();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) history.add(i, random);
            return history;
        }

        private void add(int i, Random random) {
            String giver = BODIES.get(random.nextInt(BODIES.size()));
            String receiver = BODIES.get(1 + random.nextInt(BODIES.size() - 1));
            if (giver.equals(receiver)) giver = OWNER;
            DelegationKind kind =
                    DelegationKind.values()[random.nextInt(DelegationKind.values().length)];
            int from = random.nextInt(20);
            boolean takeover = random.nextInt(3) == 0;
            acts.add(
                    new Delegation(
                            "act" + i,
                            kind,
                            receiver,
                            TOWN,
                            PLACES.get(random.nextInt(PLACES.size())),
                            START.plusDays(from),
                            random.nextBoolean()
                                    ? START.plusDays(from + 1 + random.nextInt(12))
                                    : null,
                            "文件",
                            null,
                            kind != DelegationKind.ENTRUSTED,
                            takeover,
                            List.of(new Line(ITEM, giver)),
                            SetUp.NONE,
                            FollowUps.NONE,
                            null,
                            null,
                            null,
                            false,
                            1,
                            "SM3:00"));
            takeoverDays.add(takeover ? from + random.nextInt(5) : -1);
            revocationDays.add(random.nextInt(3) == 0 ? from + random.nextInt(10) : -1);
            notebook.add(false);
        }

        List<Grant> grants() {
            return acts.stream().flatMap(act -> act.grants().stream()).toList();
        }

        /** What the desks do on a day, and what the clerk makes of it. */
        void liveThrough(int day) {
            LocalDate today = START.plusDays(day);
            for (int i = 0; i < acts.size(); i++) {
                boolean taken =
                        takeoverDays.get(i) == day && did(i, acts.get(i).takeOver(today, today));
                boolean revoked =
                        revocationDays.get(i) == day
                                && did(i, acts.get(i).revoke(today, "撤回", today));
                Delegation act = acts.get(i);
                if (act.validFrom().equals(today) && !act.takeoverNeeded()) notebook.set(i, true);
                if (taken) notebook.set(i, true);
                if (revoked || today.equals(act.validTo())) notebook.set(i, false);
            }
        }

        private boolean did(int i, DelegationOutcome outcome) {
            if (!(outcome instanceof Done(var changed))) return false;
            acts.set(i, changed);
            return true;
        }

        Told clerk(RegionCode place, @Nullable String park) {
            return clerk(place, park, OWNER, OWNER, new ArrayList<>(List.of(OWNER)));
        }

        private Told clerk(
                RegionCode place,
                @Nullable String park,
                String hand,
                String name,
                List<String> before) {
            Delegation best = null;
            int bestRank = -1;
            for (int i = 0; i < acts.size(); i++) {
                Delegation act = acts.get(i);
                if (!notebook.get(i) || !act.lines().getFirst().giver().equals(hand)) continue;
                if (before.contains(act.receiver())) continue;
                int rank = rank(act, place, park);
                if (rank >= 0 && rank >= bestRank) {
                    best = act;
                    bestRank = rank;
                }
            }
            if (best == null) return new Told(hand, name);
            before.add(best.receiver());
            String next = best.kind() == DelegationKind.ENTRUSTED ? name : best.receiver();
            return clerk(place, park, best.receiver(), next, before);
        }

        /** How closely an act speaks of a place: −1 not at all, a park before everything. */
        private static int rank(Delegation act, RegionCode place, @Nullable String park) {
            int width = act.area().equals(COUNTY) ? 0 : act.area().equals(VILLAGE) ? 2 : 1;
            if (act.kind() == DelegationKind.PARK) {
                return act.receiver().equals(park) ? 10 + width : -1;
            }
            boolean inside =
                    act.area().equals(COUNTY)
                            || act.area().equals(place)
                            || (act.area().equals(TOWN) && place.equals(VILLAGE));
            return inside ? width : -1;
        }
    }
}

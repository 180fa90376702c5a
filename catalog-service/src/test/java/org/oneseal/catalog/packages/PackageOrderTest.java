package org.oneseal.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.packages.PackageSamples.after;
import static org.oneseal.catalog.packages.PackageSamples.content;
import static org.oneseal.catalog.packages.PackageSamples.days;
import static org.oneseal.catalog.packages.PackageSamples.member;
import static org.oneseal.catalog.packages.PackageSamples.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.packages.PackageContent.Link;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.catalog.packages.PackageContent.Stage;
import org.oneseal.catalog.packages.PackageOrder.Slot;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnitTable;

class PackageOrderTest {

    @Test
    void whatWaitsForNothingGoesSideBySideAndTheLongestChainDecides() {
        PackageContent birth =
                content(
                        List.of(),
                        member("proof", null),
                        member("household", null, after("proof")),
                        member("insurance", null, after("household")),
                        member("vaccine", null, after("proof")));
        PackageOrder order =
                PackageOrder.of(
                        birth,
                        days("proof", 0, "household", 2, "insurance", 1, "vaccine", 2),
                        UnitTable.USUAL);
        assertThat(order.path()).containsExactly("proof", "household", "insurance");
        assertThat(order.workingDays()).isEqualTo(3);
        assertThat(order.slots()).extracting(Slot::step).containsExactly(1, 2, 3, 2);
    }

    @Test
    void whoeverDoesNotTakePartIsNotWaitedFor() {
        PackageContent chain =
                content(
                        List.of(),
                        member("a", null),
                        member("b", null, after("a")),
                        member("c", null, after("b")));
        PackageOrder order = PackageOrder.of(chain, days("a", 5, "c", 1), UnitTable.USUAL);
        assertThat(order.workingDays()).isEqualTo(5);
        assertThat(order.path()).containsExactly("a");
    }

    @Test
    void aStageBeginsWhenTheOneBeforeItIsDone() {
        PackageContent works =
                content(
                        List.of(stage("land", 5), stage("permit", 5), stage("done", 5)),
                        member("land1", "land"),
                        member("land2", "land"),
                        member("permit1", "permit"),
                        member("done1", "done"));
        assertThat(
                        PackageOrder.of(
                                        works,
                                        days("land1", 2, "land2", 3, "permit1", 4, "done1", 1),
                                        UnitTable.USUAL)
                                .workingDays())
                .isEqualTo(8);
        assertThat(PackageOrder.of(works, days("land1", 2, "done1", 1), UnitTable.USUAL).path())
                .containsExactly("land1", "done1");
    }

    @Test
    void limitsBecomeWorkingDaysByTheTable() {
        assertThat(UnitTable.USUAL.workingDays(TimeLimit.workingDays(3))).isEqualTo(3);
        assertThat(UnitTable.USUAL.workingDays(TimeLimit.calendarDays(7))).isEqualTo(5);
        assertThat(UnitTable.USUAL.workingDays(TimeLimit.calendarDays(8))).isEqualTo(6);
        assertThat(UnitTable.USUAL.workingDays(TimeLimit.months(1))).isEqualTo(22);
        assertThat(UnitTable.USUAL.workingDays(TimeLimit.officeHours(9))).isEqualTo(2);
        assertThat(UnitTable.USUAL.workingDays(TimeLimit.workingDays(0))).isZero();
    }

    @Test
    void circlesAreFound() {
        PackageContent round =
                content(
                        List.of(),
                        member("a", null, after("c")),
                        member("b", null, after("a")),
                        member("c", null, after("b")));
        assertThat(PackageOrder.circle(round)).contains(List.of("a", "c", "b", "a"));
        assertThat(PackageOrder.circle(content(List.of(), member("a", null, after("a")))))
                .contains(List.of("a", "a"));
        assertThat(
                        PackageOrder.circle(
                                content(
                                        List.of(),
                                        member("a", null),
                                        member("b", null, after("a")))))
                .isEmpty();
    }

    /** Against walking every chain there is. */
    @Test
    void orderAndTimeAreThoseOfTheReference() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            PackageContent content = random(random);
            Map<String, TimeLimit> limits = new LinkedHashMap<>();
            for (Member member : content.members()) {
                if (random.nextInt(4) > 0) {
                    limits.put(member.item(), TimeLimit.workingDays(random.nextInt(6)));
                }
            }
            PackageOrder order = PackageOrder.of(content, limits, UnitTable.USUAL);
            Map<String, Set<String>> waits = waits(content, limits.keySet());
            int longest = 0;
            for (Slot slot : order.slots()) {
                assertThat(new HashSet<>(slot.waitsFor()))
                        .as("seed %s %s", seed, slot.item())
                        .isEqualTo(waits.get(slot.item()));
                int ends = longest(slot.item(), waits, limits);
                assertThat(slot.ends()).as("seed %s %s", seed, slot.item()).isEqualTo(ends);
                assertThat(slot.step()).isEqualTo(rounds(slot.item(), waits));
                longest = Math.max(longest, ends);
            }
            assertThat(order.slots()).extracting(Slot::item).hasSize(limits.size());
            assertThat(order.workingDays()).as("seed %s", seed).isEqualTo(longest);
            int sum = 0;
            String before = null;
            for (String item : order.path()) {
                sum += limits.getOrDefault(item, TimeLimit.workingDays(0)).amount();
                if (before != null) {
                    assertThat(waits.getOrDefault(item, Set.of())).contains(before);
                }
                before = item;
            }
            assertThat(sum).as("seed %s: the path is what takes so long", seed).isEqualTo(longest);
        }
    }

    private static PackageContent random(Random random) {
        int stages = random.nextInt(4);
        List<Stage> all = new ArrayList<>();
        for (int s = 0; s < stages; s++) all.add(stage("s" + s, 9));
        List<Member> members = new ArrayList<>();
        int size = 1 + random.nextInt(7);
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int stage = stages == 0 ? 0 : random.nextInt(stages);
            List<Link> after = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                if (at.get(j) <= stage && random.nextInt(3) == 0) after.add(after("m" + j));
            }
            at.add(stage);
            members.add(new Member("m" + i, stages == 0 ? null : "s" + stage, after));
        }
        return content(all, members.toArray(Member[]::new));
    }

    private static Map<String, Set<String>> waits(PackageContent content, Set<String> taking) {
        Map<String, Set<String>> waits = new LinkedHashMap<>();
        for (Member member : content.members()) {
            if (!taking.contains(member.item())) continue;
            Set<String> those = new HashSet<>();
            member.after().forEach(l -> those.add(l.item()));
            int own = stageOf(content, member);
            int before = -1;
            for (Member other : content.members()) {
                if (taking.contains(other.item()) && stageOf(content, other) < own) {
                    before = Math.max(before, stageOf(content, other));
                }
            }
            for (Member other : content.members()) {
                if (before >= 0 && stageOf(content, other) == before) those.add(other.item());
            }
            those.retainAll(taking);
            waits.put(member.item(), those);
        }
        return waits;
    }

    private static int stageOf(PackageContent content, Member member) {
        for (int i = 0; i < content.stages().size(); i++) {
            if (content.stages().get(i).code().equals(member.stage())) return i;
        }
        return 0;
    }

    private static int longest(
            String item, Map<String, Set<String>> waits, Map<String, TimeLimit> limits) {
        int before = 0;
        for (String other : waits.getOrDefault(item, Set.of())) {
            before = Math.max(before, longest(other, waits, limits));
        }
        return before + limits.getOrDefault(item, TimeLimit.workingDays(0)).amount();
    }

    private static int rounds(String item, Map<String, Set<String>> waits) {
        int before = 0;
        for (String other : waits.getOrDefault(item, Set.of())) {
            before = Math.max(before, rounds(other, waits));
        }
        return before + 1;
    }
}

package org.oneseal.catalog.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oneseal.catalog.packages.PackageContent.Link;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.catalog.packages.PackageContent.Stage;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnitTable;

/**
 * In which order the members are handled and how long all of it takes. A member waits for those it
 * is linked to and for the stage before its own, as far as they take part; what waits for nothing
 * in common goes side by side.
 *
 * @param slots of the members that take part, in the order of the package
 * @param path the members that decide the whole time, one after the other (关键路径)
 * @param workingDays of all of it
 */
public record PackageOrder(List<Slot> slots, List<String> path, int workingDays) {

    /**
     * When a member is handled, in working days from acceptance.
     *
     * @param step which round it belongs to, from 1; members of one round go side by side
     * @param limit as the item promises
     */
    public record Slot(
            String item,
            int step,
            int begins,
            int ends,
            TimeLimit limit,
            int workingDays,
            List<String> waitsFor) {}

    /**
     * Puts the members that take part in order; the package must have passed its checks.
     *
     * @param limits promised limits of the members that take part, by item
     * @param units by which they are made working days
     */
    public static PackageOrder of(
            PackageContent content, Map<String, TimeLimit> limits, UnitTable units) {
        Map<String, Set<String>> waits = waits(content, limits.keySet());
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (String item : waits.keySet()) place(item, waits, limits, units, slots);
        List<Slot> ordered =
                waits.keySet().stream()
                        .flatMap(i -> Optional.ofNullable(slots.get(i)).stream())
                        .toList();
        Optional<Slot> last =
                ordered.stream()
                        .max(
                                Comparator.comparingInt(Slot::ends)
                                        .thenComparing(Slot::item, Comparator.reverseOrder()));
        return new PackageOrder(
                ordered,
                last.map(slot -> path(slot, slots)).orElse(List.of()),
                last.map(Slot::ends).orElse(0));
    }

    /** Whom each of these members waits for, among them. */
    private static Map<String, Set<String>> waits(PackageContent content, Set<String> taking) {
        Map<String, Set<String>> waits = new LinkedHashMap<>();
        List<String> before = List.of();
        List<List<Member>> rounds = new ArrayList<>();
        for (Stage stage : content.stages()) {
            rounds.add(of(content, taking, stage.code()));
        }
        if (content.stages().isEmpty()) {
            rounds.add(content.members().stream().filter(m -> taking.contains(m.item())).toList());
        }
        for (List<Member> round : rounds) {
            for (Member member : round) {
                Set<String> those = new LinkedHashSet<>(before);
                for (Link link : member.after()) {
                    if (taking.contains(link.item())) those.add(link.item());
                }
                waits.put(member.item(), those);
            }
            if (!round.isEmpty()) before = round.stream().map(Member::item).toList();
        }
        return waits;
    }

    private static List<Member> of(PackageContent content, Set<String> taking, String stage) {
        return content.members().stream()
                .filter(m -> stage.equals(m.stage()) && taking.contains(m.item()))
                .toList();
    }

    private static Slot place(
            String item,
            Map<String, Set<String>> waits,
            Map<String, TimeLimit> limits,
            UnitTable units,
            Map<String, Slot> slots) {
        Slot known = slots.get(item);
        if (known != null) return known;
        int begins = 0;
        int step = 1;
        Set<String> those = waits.getOrDefault(item, Set.of());
        for (String other : those) {
            Slot first = place(other, waits, limits, units, slots);
            begins = Math.max(begins, first.ends());
            step = Math.max(step, first.step() + 1);
        }
        TimeLimit limit = limits.getOrDefault(item, TimeLimit.workingDays(0));
        int days = units.workingDays(limit);
        Slot slot = new Slot(item, step, begins, begins + days, limit, days, List.copyOf(those));
        slots.put(item, slot);
        return slot;
    }

    /** From the last member back to the one each had to wait for longest. */
    private static List<String> path(Slot last, Map<String, Slot> slots) {
        List<String> path = new ArrayList<>(List.of(last.item()));
        Slot at = last;
        while (true) {
            int begins = at.begins();
            Optional<Slot> before =
                    at.waitsFor().stream()
                            .flatMap(i -> Optional.ofNullable(slots.get(i)).stream())
                            .filter(s -> s.ends() == begins)
                            .findFirst();
            if (before.isEmpty()) return path;
            at = before.get();
            path.addFirst(at.item());
        }
    }

    /** Members that wait for each other, from one back to itself; empty where there are none. */
    static Optional<List<String>> circle(PackageContent content) {
        Map<String, List<String>> after = new LinkedHashMap<>();
        for (Member member : content.members()) {
            after.put(member.item(), member.after().stream().map(Link::item).toList());
        }
        for (String start : after.keySet()) {
            Map<String, List<String>> ways = new HashMap<>(Map.of(start, List.of(start)));
            List<String> open = new ArrayList<>(List.of(start));
            while (!open.isEmpty()) {
                String at = open.removeFirst();
                for (String next : after.getOrDefault(at, List.of())) {
                    List<String> way = new ArrayList<>(ways.getOrDefault(at, List.of()));
                    way.add(next);
                    if (next.equals(start)) return Optional.of(way);
                    if (ways.putIfAbsent(next, way) == null) open.add(next);
                }
            }
        }
        return Optional.empty();
    }
}

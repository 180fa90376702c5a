package org.oneseal.catalog.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * What was found for all projects of an area at once (区域评估), so that nobody has it evaluated again:
 * it stands for materials of items, within its days.
 *
 * @param kind what was evaluated, one of those that the rules know
 * @param park code of the department that manages the park, null for all of the region
 * @param validTo last day, Asia/Shanghai
 * @param document number of the act that approved it
 * @param url where it can be read, null where it is asked for at the office
 * @param replaces materials that it stands for
 */
public record AreaEvaluation(
        String name,
        String kind,
        @Nullable String park,
        LocalDate validFrom,
        LocalDate validTo,
        String document,
        @Nullable String url,
        List<Replaced> replaces)
        implements EntryBody {

    /** A material of an item, by its code in the item. */
    public record Replaced(String item, String material) {}

    public AreaEvaluation {
        name = name.strip();
        document = document.strip();
        replaces = List.copyOf(replaces);
    }

    @Override
    public Register register() {
        return Register.AREA_EVALUATIONS;
    }

    /** Whether it holds in that park, or wherever one is where it speaks of no park. */
    public boolean holds(@Nullable String at, LocalDate day) {
        boolean there = park == null || park.equals(at);
        return there && !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    public boolean standsFor(String item, String material) {
        return replaces.contains(new Replaced(item, material));
    }

    @Override
    public List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (name.isEmpty()) objections.add(Objection.of("name-missing").at("/name"));
        if (document.isEmpty()) {
            objections.add(Objection.of("evaluation-without-document").at("/document"));
        }
        if (validTo.isBefore(validFrom)) {
            objections.add(Objection.of("validity-reversed", validTo.toString()).at("/validTo"));
        }
        if (replaces.isEmpty()) {
            objections.add(Objection.of("evaluation-replaces-nothing").at("/replaces"));
        }
        Set<Replaced> seen = new HashSet<>();
        for (int i = 0; i < replaces.size(); i++) {
            if (seen.add(replaces.get(i))) continue;
            objections.add(
                    Objection.of("code-repeated", replaces.get(i).material()).at("/replaces/" + i));
        }
        return objections;
    }

    /** Also found by the items whose materials it stands for. */
    @Override
    public List<String> words() {
        return Stream.concat(
                        Stream.of(name, kind), replaces.stream().map(Replaced::item).distinct())
                .toList();
    }
}

package org.oneseal.supervision.warning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;

/**
 * The rules in force, inherited down the regions: of one code the rule for the item goes before the
 * general one, then the nearer region, then the newer version.
 */
public final class CardRules {

    private static final Comparator<CardRule> NEAREST_FIRST =
            Comparator.comparing((CardRule r) -> r.itemCode() == null)
                    .thenComparing(r -> -r.region().level().ordinal())
                    .thenComparing(r -> -r.version());

    private final List<CardRule> rules;
    private final Conditions conditions;

    /** A batch of watches asks for few of them, and for each many times. */
    private final Map<Place, List<CardRule>> found = new ConcurrentHashMap<>();

    private final Map<Version, CardRule> versions = new HashMap<>();

    private record Place(
            WatchKind kind, RegionCode region, @Nullable String itemCode, LocalDate day) {}

    private record Version(String code, int version) {}

    public CardRules(List<CardRule> rules, Conditions conditions) {
        this.rules = rules.stream().sorted(NEAREST_FIRST).toList();
        this.conditions = conditions;
        this.rules.forEach(r -> versions.putIfAbsent(new Version(r.code(), r.version()), r));
    }

    /** These rules and one more, which goes before all others of its place. */
    public CardRules with(CardRule rule) {
        return new CardRules(Stream.concat(rules.stream(), Stream.of(rule)).toList(), conditions);
    }

    /** Whether the rule speaks of this watch. */
    public boolean applies(CardRule rule, Watch watch) {
        return rule.condition().isEmpty()
                || switch (conditions.read(rule.condition())) {
                    case Conditions.Understood(Condition condition) -> condition.holds(watch);
                    case Conditions.Faulty(List<Objection> objections) ->
                            throw new IllegalStateException(rule.code() + ": " + objections);
                };
    }

    /** One rule a code for a watch of this kind that opens there on that day, weightiest first. */
    public List<CardRule> of(
            WatchKind kind, RegionCode region, @Nullable String itemCode, LocalDate day) {
        return found.computeIfAbsent(new Place(kind, region, itemCode, day), this::at);
    }

    private List<CardRule> at(Place place) {
        Map<String, CardRule> nearest = new LinkedHashMap<>();
        for (CardRule rule : rules) {
            if (rule.kind() == place.kind()
                    && rule.isInForce(place.day())
                    && rule.region().contains(place.region())
                    && (rule.itemCode() == null
                            || Objects.equals(rule.itemCode(), place.itemCode()))) {
                nearest.putIfAbsent(rule.code(), rule);
            }
        }
        return nearest.values().stream()
                .sorted(Comparator.comparing((CardRule r) -> -r.priority()))
                .toList();
    }

    /** All rules in force on that day that speak of a region, the nearest of each code first. */
    public List<CardRule> inForce(RegionCode region, LocalDate day) {
        return rules.stream()
                .filter(r -> r.isInForce(day) && r.region().contains(region))
                .sorted(Comparator.comparing(CardRule::code))
                .toList();
    }

    /** The very version a card was drawn by, null if this service never knew it. */
    public @Nullable CardRule version(String code, int version) {
        return versions.get(new Version(code, version));
    }
}

package org.oneseal.supervision.warning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.watching.WatchKind;

/**
 * The rules in force, inherited down the regions: of one code the rule for the item goes before the
 * general one, then the nearer region, then the higher priority, then the newer version.
 */
public final class CardRules {

    private static final Comparator<CardRule> NEAREST_FIRST =
            Comparator.comparing((CardRule r) -> r.itemCode() == null)
                    .thenComparing(r -> -r.region().level().ordinal())
                    .thenComparing(r -> -r.priority())
                    .thenComparing(r -> -r.version());

    private final List<CardRule> rules;

    public CardRules(List<CardRule> rules) {
        this.rules = rules.stream().sorted(NEAREST_FIRST).toList();
    }

    /** One rule a code for a watch of this kind that opens there on that day. */
    public List<CardRule> of(
            WatchKind kind, RegionCode region, @Nullable String itemCode, LocalDate day) {
        Map<String, CardRule> nearest = new LinkedHashMap<>();
        for (CardRule rule : rules) {
            if (rule.kind() == kind
                    && rule.isInForce(day)
                    && rule.region().contains(region)
                    && (rule.itemCode() == null || Objects.equals(rule.itemCode(), itemCode))) {
                nearest.putIfAbsent(rule.code(), rule);
            }
        }
        return List.copyOf(nearest.values());
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
        return rules.stream()
                .filter(r -> r.code().equals(code) && r.version() == version)
                .findFirst()
                .orElse(null);
    }
}

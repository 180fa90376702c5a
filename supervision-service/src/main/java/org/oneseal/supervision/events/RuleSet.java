package org.oneseal.supervision.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule for cards was set (发牌规则).
 *
 * @param condition which watches it speaks of, in CEL; empty for all
 * @param recipients roles that are told
 */
public record RuleSet(
        String code,
        int version,
        String region,
        @Nullable String itemCode,
        String kind,
        String colour,
        String measure,
        int amount,
        String unit,
        String condition,
        int priority,
        String ground,
        List<String> recipients,
        String issuing,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String by)
        implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.rule-set";
    }
}

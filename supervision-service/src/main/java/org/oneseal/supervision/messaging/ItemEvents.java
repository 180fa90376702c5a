package org.oneseal.supervision.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.supervising.Almanac;
import org.oneseal.supervision.watching.ItemNorm;
import org.springframework.stereotype.Component;

/** The limits of item versions as the catalog publishes them. */
@Component
class ItemEvents implements Subscription {

    static final String NAME = "items";

    private final Almanac almanac;

    ItemEvents(Almanac almanac) {
        this.almanac = almanac;
    }

    /** What an item version says about time. */
    record FromItem(
            String itemCode,
            int version,
            @Nullable Limit legalLimit,
            @Nullable Limit promisedLimit,
            @Nullable Boolean extensionMovesPromise,
            @Nullable List<Step> steps,
            @Nullable List<Material> materials) {

        record Step(String code, @Nullable Limit limit, @Nullable Boolean priorExamination) {}

        record Material(String code) {}

        record Limit(int amount, String unit) {
            TimeLimit limit() {
                return new TimeLimit(amount, LimitUnit.valueOf(unit));
            }
        }

        private Map<String, TimeLimit> limits() {
            Map<String, TimeLimit> limits = new HashMap<>();
            if (steps == null) return limits;
            for (Step step : steps) {
                if (step.limit() != null) limits.put(step.code(), step.limit().limit());
            }
            return limits;
        }

        private @Nullable String priorExamination() {
            if (steps == null) return null;
            return steps.stream()
                    .filter(step -> Boolean.TRUE.equals(step.priorExamination()))
                    .map(Step::code)
                    .findFirst()
                    .orElse(null);
        }

        ItemNorm norm() {
            return new ItemNorm(
                    itemCode,
                    version,
                    legalLimit == null ? null : legalLimit.limit(),
                    promisedLimit == null ? null : promisedLimit.limit(),
                    extensionMovesPromise,
                    limits(),
                    priorExamination(),
                    materials == null
                            ? Set.of()
                            : materials.stream().map(Material::code).collect(Collectors.toSet()));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String topic() {
        return "oneseal.catalog.items.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            if (event.data() != null) almanac.publish(event.as(FromItem.class).norm());
        }
    }

    @Override
    public void reset() {
        almanac.forgetItems();
    }
}

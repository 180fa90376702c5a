package org.oneseal.supervision.messaging;

import java.util.List;
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

    private final Almanac almanac;

    ItemEvents(Almanac almanac) {
        this.almanac = almanac;
    }

    /** What an item version says about time. */
    record FromItem(
            String itemCode,
            int version,
            @Nullable Limit legalLimit,
            @Nullable Limit promisedLimit) {

        record Limit(int amount, String unit) {
            TimeLimit limit() {
                return new TimeLimit(amount, LimitUnit.valueOf(unit));
            }
        }

        ItemNorm norm() {
            return new ItemNorm(
                    itemCode,
                    version,
                    legalLimit == null ? null : legalLimit.limit(),
                    promisedLimit == null ? null : promisedLimit.limit());
        }
    }

    @Override
    public String name() {
        return "items";
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

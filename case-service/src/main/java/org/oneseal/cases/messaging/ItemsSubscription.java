package org.oneseal.cases.messaging;

import java.util.List;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.springframework.stereotype.Component;

/** Keeps the item versions that the catalog publishes, suspends and cancels. */
@Component
class ItemsSubscription implements Subscription {

    private final ItemVersions items;

    ItemsSubscription(ItemVersions items) {
        this.items = items;
    }

    @Override
    public String name() {
        return "cases-items";
    }

    @Override
    public String topic() {
        return "oneseal.catalog.items.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            if (event.data() != null) items.keep(event.as(FromCatalog.Item.class).item());
        }
    }

    @Override
    public void reset() {
        items.forgetAll();
    }
}

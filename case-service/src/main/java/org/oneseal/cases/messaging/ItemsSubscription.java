package org.oneseal.cases.messaging;

import java.util.List;
import org.oneseal.cases.items.ItemTypes;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.springframework.stereotype.Component;

/**
 * Keeps the item versions that the catalog publishes, suspends and cancels; what nobody applies for
 * is left out, should it ever be told.
 */
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
            if (event.data() == null) continue;
            ItemVersion item = event.as(FromCatalog.Item.class).item();
            if (!ItemTypes.isPower(item.itemType())) items.keep(item);
        }
    }

    @Override
    public void reset() {
        items.forgetAll();
    }
}

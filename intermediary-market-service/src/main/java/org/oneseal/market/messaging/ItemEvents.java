package org.oneseal.market.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.KnownItems;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.springframework.stereotype.Component;

/** Which materials an item wants from an intermediary, and what may suspend its cases. */
@Component
class ItemEvents implements Subscription {

    private final KnownItems items;

    ItemEvents(KnownItems items) {
        this.items = items;
    }

    /** An item version, as far as the market needs it. */
    record FromCatalog(
            String itemCode,
            int version,
            String status,
            @Nullable List<Material> materials,
            @Nullable List<Procedure> specialProcedures) {

        record Material(String code, @Nullable String intermediaryService) {}

        record Procedure(String kind) {}

        KnownItems.KnownItem known() {
            return new KnownItems.KnownItem(
                    itemCode,
                    version,
                    status.equals("IN_FORCE"),
                    materials == null
                            ? List.of()
                            : materials.stream()
                                    .map(
                                            m ->
                                                    new KnownItems.Material(
                                                            m.code(), m.intermediaryService()))
                                    .toList(),
                    specialProcedures == null
                            ? List.of()
                            : specialProcedures.stream().map(Procedure::kind).toList());
        }
    }

    @Override
    public String name() {
        return "market-items";
    }

    @Override
    public String topic() {
        return "oneseal.catalog.items.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            if (event.data() != null) items.keep(event.as(FromCatalog.class).known());
        }
    }

    @Override
    public void reset() {
        items.clear();
    }
}

package org.oneseal.catalog.editing;

import java.time.Instant;
import java.util.List;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemChange.Origin;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome.NotNow;
import org.oneseal.catalog.items.ItemOutcome.Objected;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.Items;
import org.oneseal.platform.identity.ImplementationCode;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a new item under a new code. */
@Component
public class DraftItem {

    private final Items items;
    private final ItemDesk desk;
    private final Fingerprints fingerprints;

    DraftItem(Items items, ItemDesk desk, Fingerprints fingerprints) {
        this.items = items;
        this.desk = desk;
        this.fingerprints = fingerprints;
    }

    /** What stands against a new item of that code, whoever is to run it. */
    @Transactional(readOnly = true)
    public List<Objection> objections(String code) {
        if (!ImplementationCode.isValid(code)) {
            return List.of(
                    Objection.of("implementation-code-invalid", code)
                            .withGround("GB/T 39554.1-2020")
                            .at("/code"));
        }
        return items.find(code).isEmpty()
                ? List.of()
                : List.of(Objection.of("item-code-taken", code).at("/code"));
    }

    /**
     * Begins the item.
     *
     * @param department of the region, whose existence the caller has made sure of
     */
    @Transactional
    public ItemOutcome draft(
            String code,
            RegionCode region,
            String department,
            ItemContent content,
            Actor actor,
            Instant now) {
        if (!ImplementationCode.isValid(code)) return new Objected(objections(code));
        if (items.find(code).isPresent()) return new NotNow(objections(code));
        var begun = Item.begin(code, region, department, content, Origin.EDITOR, fingerprints);
        return desk.change(begun.item(), actor, now, _ -> begun);
    }
}

package org.oneseal.catalog.items;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What becomes of something that is to be done to an item. */
public sealed interface ItemOutcome {

    /**
     * Done.
     *
     * @param changes what happened, in order
     */
    record Done(Item item, List<ItemChange> changes, List<Remark> remarks) implements ItemOutcome {

        public static Done of(Item item, ItemChange... changes) {
            return new Done(item, List.of(changes), List.of());
        }
    }

    /** What was handed in breaks these rules. */
    record Objected(List<Objection> objections) implements ItemOutcome {}

    /** The item is not in a state for it. */
    record NotNow(List<Objection> objections) implements ItemOutcome {

        public static NotNow because(Objection objection) {
            return new NotNow(List.of(objection));
        }
    }
}

package org.oneseal.catalog.registers;

import java.time.Instant;
import java.util.Optional;
import org.oneseal.catalog.registers.EntryOutcome.Kept;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes up the entries that come with the service, at the first start and when their file says
 * something else. What an editor has changed or withdrawn stays as the editor left it.
 */
@Component
public class LoadRegisters {

    private static final Actor LOADER = Actor.system("reference-data");

    private final ShippedEntries shipped;
    private final Registers registers;
    private final KeepEntry keep;

    LoadRegisters(ShippedEntries shipped, Registers registers, KeepEntry keep) {
        this.shipped = shipped;
        this.registers = registers;
        this.keep = keep;
    }

    /** Returns how many entries are new or have changed. */
    @Transactional
    public int load(Instant now) {
        int count = 0;
        for (ShippedEntries.Shipped entry : shipped.all()) {
            if (load(entry, now) instanceof Kept) count++;
        }
        return count;
    }

    private EntryOutcome load(ShippedEntries.Shipped entry, Instant now) {
        Optional<RegisterEntry> found = registers.find(entry.body().register(), entry.key());
        if (found.isEmpty()) {
            EntryOutcome added =
                    keep.add(
                            entry.key(), entry.region(), entry.origin(), entry.body(), LOADER, now);
            if (added instanceof EntryOutcome.Objected(var objections)) {
                throw new IllegalStateException(entry.origin() + " " + entry.key() + objections);
            }
            return added;
        }
        RegisterEntry there = found.get();
        boolean left = there.withdrawn() || !there.origin().equals(entry.origin());
        if (left || there.body().equals(entry.body())) {
            return new EntryOutcome.NotNow(java.util.List.of());
        }
        return keep.change(entry.key(), there.version(), entry.origin(), entry.body(), LOADER, now);
    }
}

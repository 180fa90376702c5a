package org.oneseal.catalog.registers;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.oneseal.catalog.registers.EntryOutcome.Kept;
import org.oneseal.catalog.registers.EntryOutcome.NotNow;
import org.oneseal.catalog.words.Folded;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, approves and withdraws entries, each with its history and its place in search. */
@Component
public class KeepEntry {

    private final Registers registers;
    private final EntryAnnouncements announcements;
    private final EntryIndex index;

    KeepEntry(Registers registers, EntryAnnouncements announcements, EntryIndex index) {
        this.registers = registers;
        this.announcements = announcements;
        this.index = index;
    }

    /**
     * Adds an entry under a key that is free.
     *
     * @param origin where it comes from, such as {@link RegisterEntry#EDITOR}
     */
    @Transactional
    public EntryOutcome add(
            String key,
            RegionCode region,
            String origin,
            EntryBody body,
            Actor actor,
            Instant now) {
        if (registers.find(body.register(), key).isPresent()) {
            return NotNow.because(Objection.of("entry-key-taken", key).at("/code"));
        }
        return keep(RegisterEntry.begin(key, region, origin, body), actor, now);
    }

    /**
     * Replaces what an entry says; a withdrawn one counts again.
     *
     * @throws NotFound if there is none
     * @throws StaleVersion if it is no longer at the version
     */
    @Transactional
    public EntryOutcome change(
            String key, long expected, String origin, EntryBody body, Actor actor, Instant now) {
        return with(body.register(), key, expected, actor, now, e -> e.change(body, origin));
    }

    @Transactional
    public EntryOutcome withdraw(
            Register register, String key, long expected, Actor actor, Instant now) {
        return with(register, key, expected, actor, now, RegisterEntry::withdraw);
    }

    /** Somebody other than the writer approves a knowledge answer. */
    @Transactional
    public EntryOutcome approve(String key, long expected, Actor actor, Instant now) {
        return with(Register.KNOWLEDGE, key, expected, actor, now, e -> e.approve(actor.id(), now));
    }

    private EntryOutcome with(
            Register register,
            String key,
            long expected,
            Actor actor,
            Instant now,
            Function<RegisterEntry, EntryOutcome> change) {
        RegisterEntry entry =
                registers.find(register, key).orElseThrow(() -> new NotFound("entry", key));
        if (entry.version() != expected) throw new StaleVersion(key, expected);
        return keep(change.apply(entry), actor, now);
    }

    private EntryOutcome keep(EntryOutcome outcome, Actor actor, Instant now) {
        if (!(outcome instanceof Kept(var entry, var action))) return outcome;
        if (!entry.withdrawn() && entry.body() instanceof BasicMatter matter) {
            List<Objection> listed = listedAlready(entry, matter);
            if (!listed.isEmpty()) return new EntryOutcome.NotNow(listed);
        }
        Chain chain = announcements.record(entry, action, actor, now);
        RegisterEntry stored = entry.at(chain.sequence(), chain.head());
        registers.save(stored, entry.version());
        index.changed(stored);
        return new Kept(stored, action);
    }

    /** A list of items names its matters by name and type, so there is one of them in a place. */
    private List<Objection> listedAlready(RegisterEntry entry, BasicMatter matter) {
        Set<RegionCode> regions = new TreeSet<>(entry.region().ancestors());
        regions.add(RegionCode.NATION);
        return registers
                .naming(entry.register(), List.of(Folded.key(matter.name())), regions)
                .stream()
                .filter(other -> !other.key().equals(entry.key()))
                .filter(o -> o.body() instanceof BasicMatter there && there.namedLike(matter))
                .map(o -> Objection.of("matter-listed-already", matter.name(), o.key()).at("/name"))
                .toList();
    }
}

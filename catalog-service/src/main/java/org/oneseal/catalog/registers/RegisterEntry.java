package org.oneseal.catalog.registers;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.oneseal.catalog.registers.EntryOutcome.Kept;
import org.oneseal.catalog.registers.EntryOutcome.NotNow;
import org.oneseal.catalog.registers.EntryOutcome.Objected;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * One entry of a register. Every method answers with a new entry or with objections.
 *
 * @param key names it within its register
 * @param region where it counts, and below
 * @param origin where it comes from: a file of the reference data, a bundle, or an editor
 * @param withdrawn no longer counts; its history stays
 * @param version one a history entry
 * @param chainHead end of its history
 */
public record RegisterEntry(
        Register register,
        String key,
        RegionCode region,
        String origin,
        boolean withdrawn,
        EntryBody body,
        long version,
        String chainHead) {

    /** Where an entry typed by a person comes from. */
    public static final String EDITOR = "editor";

    /** What is done to an entry. */
    public enum Action {
        ADDED,
        CHANGED,
        APPROVED,
        WITHDRAWN
    }

    static EntryOutcome begin(String key, RegionCode region, String origin, EntryBody body) {
        RegisterEntry entry =
                new RegisterEntry(body.register(), key, region, origin, false, body, 0, "");
        List<Objection> objections = entry.against(body);
        return objections.isEmpty() ? new Kept(entry, Action.ADDED) : new Objected(objections);
    }

    EntryOutcome change(EntryBody next, String from) {
        List<Objection> objections = against(next);
        if (!objections.isEmpty()) return new Objected(objections);
        if (next.equals(body) && !withdrawn) {
            return NotNow.because(Objection.of("entry-unchanged", key));
        }
        return new Kept(with(from, false, next), Action.CHANGED);
    }

    EntryOutcome withdraw() {
        if (withdrawn) return NotNow.because(Objection.of("entry-withdrawn", key));
        return new Kept(with(origin, true, body), Action.WITHDRAWN);
    }

    /** Somebody other than the writer stands for a knowledge answer. */
    EntryOutcome approve(String by, Instant now) {
        if (withdrawn || !(body instanceof KnowledgeAnswer answer)) {
            return NotNow.because(Objection.of("entry-withdrawn", key));
        }
        if (answer.approval() != null) {
            return NotNow.because(Objection.of("answer-approved-already", key));
        }
        if (answer.writer().equals(by)) {
            return NotNow.because(Objection.of("answer-approved-by-writer"));
        }
        return new Kept(with(origin, false, answer.approvedBy(by, now)), Action.APPROVED);
    }

    /**
     * What it says.
     *
     * @param kind that its register keeps
     */
    public <T extends EntryBody> T said(Class<T> kind) {
        if (!kind.isInstance(body)) throw new IllegalStateException("no " + kind + ": " + key);
        return kind.cast(body);
    }

    private List<Objection> against(EntryBody said) {
        return Stream.concat(said.objections().stream(), said.misplaced(key, region).stream())
                .toList();
    }

    RegisterEntry at(long sequence, String head) {
        return new RegisterEntry(register, key, region, origin, withdrawn, body, sequence, head);
    }

    private RegisterEntry with(String from, boolean gone, EntryBody next) {
        return new RegisterEntry(register, key, region, from, gone, next, version, chainHead);
    }
}

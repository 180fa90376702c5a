package org.oneseal.catalog.bundles;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.oneseal.catalog.items.Difference;
import org.oneseal.platform.objection.Objection;

/**
 * What becomes of one line of a bundle.
 *
 * @param differences field by field, of what is changed or would be by the draft that waits
 * @param waiting days from which the versions count that are not published yet; the first of them
 *     is left as a draft, the others can be taken over when that is published
 * @param objections why it is refused, or what it waits for
 */
public record BundleLine(
        String part,
        String key,
        String name,
        Result result,
        List<Difference> differences,
        List<LocalDate> waiting,
        List<Objection> objections) {

    public BundleLine {
        // Reports of before have none.
        waiting = List.copyOf(Objects.requireNonNullElse(waiting, List.of()));
    }

    /** What became of it. */
    public enum Result {
        NEW,
        CHANGED,
        SAME,
        /** Published here, and no longer in the bundle of an upper level. */
        GONE,
        /** Waits for another person's review (审定), by itself or with what it is of. */
        WAITING,
        REFUSED
    }

    static BundleLine of(String part, String key, String name, Result result) {
        return new BundleLine(part, key, name, result, List.of(), List.of(), List.of());
    }

    static BundleLine refused(String part, String key, String name, List<Objection> objections) {
        return new BundleLine(part, key, name, Result.REFUSED, List.of(), List.of(), objections);
    }

    BundleLine differing(List<Difference> fields) {
        return new BundleLine(part, key, name, result, fields, waiting, objections);
    }

    /** Waits, though nothing stands against it. */
    static BundleLine waiting(
            String part, String key, String name, List<LocalDate> days, List<Objection> why) {
        return new BundleLine(part, key, name, Result.WAITING, List.of(), days, why);
    }
}

package org.oneseal.catalog.bundles;

import java.util.List;
import org.oneseal.catalog.items.Difference;
import org.oneseal.platform.objection.Objection;

/**
 * What becomes of one line of a bundle.
 *
 * @param differences field by field, of what is changed
 */
public record BundleLine(
        String part,
        String key,
        String name,
        Result result,
        List<Difference> differences,
        List<Objection> objections) {

    /** What became of it. */
    public enum Result {
        NEW,
        CHANGED,
        SAME,
        /** Published here, and no longer in the bundle of an upper level. */
        GONE,
        REFUSED
    }

    static BundleLine of(String part, String key, String name, Result result) {
        return new BundleLine(part, key, name, result, List.of(), List.of());
    }

    static BundleLine refused(String part, String key, String name, List<Objection> objections) {
        return new BundleLine(part, key, name, Result.REFUSED, List.of(), objections);
    }

    BundleLine differing(List<Difference> fields) {
        return new BundleLine(part, key, name, result, fields, objections);
    }
}

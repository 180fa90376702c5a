package org.oneseal.catalog.events;

import java.util.List;

/**
 * Someone changed the draft of a package.
 *
 * @param changed JSON pointers into the draft, the empty one for all of it; none when it was thrown
 *     away
 */
public record PackageEdited(
        String packageCode, String draftHash, String action, List<String> changed)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.package-edited";
    }
}

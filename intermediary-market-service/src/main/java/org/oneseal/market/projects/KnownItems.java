package org.oneseal.market.projects;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the catalog has told of items, as far as the market needs it. */
public interface KnownItems {

    /** The version, if it is known. */
    Optional<KnownItem> version(String itemCode, int version);

    /** The newest version known. */
    Optional<KnownItem> newest(String itemCode);

    void keep(KnownItem item);

    /** Forgets everything, before a rebuild. */
    void clear();

    /**
     * An item version.
     *
     * @param suspensions kinds of special procedures it lists
     */
    record KnownItem(
            String itemCode,
            int version,
            boolean inForce,
            List<Material> materials,
            List<String> suspensions) {
        public KnownItem {
            materials = List.copyOf(materials);
            suspensions = List.copyOf(suspensions);
        }

        boolean asksFor(@Nullable String material, String serviceKind) {
            return materials.stream()
                    .anyMatch(
                            m ->
                                    m.code().equals(material)
                                            && serviceKind.equals(m.intermediaryService()));
        }
    }

    /** A material, and the service type that produces it, null where none does. */
    record Material(String code, @Nullable String intermediaryService) {}
}

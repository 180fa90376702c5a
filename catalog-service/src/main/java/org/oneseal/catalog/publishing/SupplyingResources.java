package org.oneseal.catalog.publishing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data resources that may stand for a material that a government body has issued. */
public interface SupplyingResources {

    /** What the directory says of a resource on a day; nothing where it says nothing. */
    Optional<Supply> find(String code, LocalDate day);

    /**
     * Whether others may have it.
     *
     * @param ground act that a refusal rests on
     */
    record Supply(boolean shared, @Nullable String ground) {}
}

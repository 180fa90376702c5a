package org.oneseal.catalog.publishing;

import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** Services of intermediaries that an approval may ask for (中介服务事项目录). */
public interface IntermediaryDirectory {

    /** The service of that code, where it may be asked for in the region. */
    Optional<Entry> find(String code, RegionCode region);

    /**
     * A service.
     *
     * @param legalBasis law that allows asking for it, empty where none does
     */
    record Entry(String code, String name, String legalBasis) {}
}

package org.oneseal.catalog.publishing;

import java.util.List;
import java.util.Optional;

/** Services of intermediaries that an approval may ask for (中介服务事项目录). */
public interface IntermediaryDirectory {

    Optional<Entry> find(String code);

    List<Entry> all();

    /**
     * A service.
     *
     * @param legalBasis law that allows asking for it, empty where none does
     */
    record Entry(String code, String name, String legalBasis) {}
}

package org.oneseal.cases.filing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All drafts; each is its owner's alone. */
public interface Drafts {

    void add(Draft draft);

    Optional<Draft> find(String id, String owner);

    List<Draft> of(String owner);

    /**
     * @throws org.oneseal.platform.web.StaleVersion if it is no longer at that version
     */
    Draft change(Draft before, String itemCode, String body, Instant now);

    /**
     * @return false where it was gone, or changed, in the meantime
     */
    boolean remove(Draft draft);

    /** Codes of the items that drafts are of. */
    List<String> items();

    /** Those of an item that nobody touched since then are gone; returns how many. */
    int forget(String itemCode, Instant before);
}

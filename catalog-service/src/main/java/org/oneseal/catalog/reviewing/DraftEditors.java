package org.oneseal.catalog.reviewing;

import java.util.Optional;

/** Who edits what, as the evidence has it. */
public interface DraftEditors {

    /**
     * Id of the actor who last began or changed a draft.
     *
     * @param kind of thing, as its chain is named, such as {@code item} or {@code package}
     */
    Optional<String> lastOf(String kind, String code);
}

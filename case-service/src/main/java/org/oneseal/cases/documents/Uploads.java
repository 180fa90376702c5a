package org.oneseal.cases.documents;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Uploads under way. */
public interface Uploads {

    void begin(Upload upload);

    /** Only who began it finds it. */
    Optional<Upload> find(String caseId, String id, String begunBy);

    /** How many are under way in a case. */
    int under(String caseId);

    Set<Integer> parts(String id);

    /** Keeps a part; false where another content is there under its number. */
    boolean keep(String id, int number, byte[] content);

    /** All parts in their order as one. */
    byte[] whole(String id);

    /** Parts and all are gone. */
    void end(String id);

    /** Gives up what was begun before then and never finished; returns how many. */
    int giveUp(Instant before);
}

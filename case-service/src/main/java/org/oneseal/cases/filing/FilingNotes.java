package org.oneseal.cases.filing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.security.Scope;

/** How cases came in. */
public interface FilingNotes {

    void add(Filing filing, Case it);

    Optional<Filing> of(String caseId);

    /**
     * Within the scope, the newest first.
     *
     * @param project number of a project, null for the green channel
     */
    List<Filing> list(
            @Nullable String project,
            Scope scope,
            @Nullable Instant beforeAt,
            @Nullable String beforeId,
            int limit);

    void addBatch(String id, String owner, Instant at, String results);

    Optional<String> batch(String id, String owner);
}

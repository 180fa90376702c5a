package org.oneseal.market.projects;

import java.util.Optional;

/** What the case service has told of cases that are being handled. */
public interface KnownCases {

    Optional<KnownCase> byId(String caseId);

    /** Accepted: a service can be commissioned for it. */
    void keep(KnownCase known);

    /** Decided, finished or gone: nothing can be commissioned any more. */
    void close(String caseId);

    /** Forgets everything, before a rebuild. */
    void clear();

    /** A case and who handles it. */
    record KnownCase(
            String caseId,
            String itemCode,
            int itemVersion,
            String region,
            String department,
            boolean open) {}
}

package org.oneseal.cases.parties;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All parties. The only place that knows their numbers. */
public interface Parties {

    Optional<Party> find(String id);

    /** By citizen number or credit code, through the blind index. */
    Optional<Party> findSame(Party.Registration registration);

    /** Stores it, or returns the one that somebody else stored a moment ago. */
    Party add(Party.Registration registration, Instant now);

    Optional<Party.Disclosed> disclose(String id);

    /** Notes who read a party unmasked and why; never deleted. */
    void noteDisclosure(Disclosure disclosure);

    /**
     * A reading in the clear.
     *
     * @param client the application through which it was read
     */
    record Disclosure(
            String id,
            String party,
            String caseId,
            String purpose,
            String subject,
            String client,
            @Nullable String department,
            Instant at) {}
}

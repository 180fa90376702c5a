package org.oneseal.cases.parties;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All mandates. */
public interface Mandates {

    Optional<Mandate> find(String id);

    List<Mandate> between(String principal, String agent);

    /** Given or received by a party, newest first. */
    List<Mandate> of(String party);

    void add(Mandate mandate, String by, Instant now);

    /** Ends it at once; false where it had been revoked before. */
    boolean revoke(String id, String by, Instant now);
}

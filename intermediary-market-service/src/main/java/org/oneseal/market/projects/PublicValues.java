package org.oneseal.market.projects;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where values come from that become public later and that nobody here controls. */
public interface PublicValues {

    /** The first round published at that instant or later; empty where there is no source. */
    Optional<Coming> firstFrom(Instant instant);

    /**
     * The value of a round, empty while the source has not published it or can't be reached. May
     * take seconds: never ask inside a transaction.
     */
    Optional<String> valueOf(@Nullable String source, String round);

    /** A value that is to come. */
    record Coming(String source, String round, Instant publishedAt) {}
}

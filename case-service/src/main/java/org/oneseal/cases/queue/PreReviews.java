package org.oneseal.cases.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.queue.Queue.Hall;
import org.oneseal.cases.queue.Queue.PreReview;

/** All pre-reviews. */
public interface PreReviews {

    void begin(PreReview review);

    Optional<PreReview> preReview(String id);

    /** False where it had ended before. */
    boolean end(String id, boolean passed, List<String> missing, Instant now);

    /** The last one the party has passed for the item, that no ticket was drawn on. */
    Optional<PreReview> passed(Hall hall, String party, String itemCode);
}

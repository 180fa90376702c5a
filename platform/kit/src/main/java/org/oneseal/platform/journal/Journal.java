package org.oneseal.platform.journal;

import java.util.List;

/**
 * Writes what happened to an aggregate into its history and announces it. Events without an
 * evidence chain, such as those of state topics, go to {@code Announcements} instead.
 */
public interface Journal {

    /**
     * Appends the happenings in this order, in the caller's transaction; the aggregate's row must
     * be locked or guarded by its version in the same transaction.
     *
     * @param chain where the aggregate's history ends now
     * @return where it ends afterwards; store {@code sequence} as the aggregate's version and
     *     {@code head} as its chain head
     * @throws IllegalStateException without a transaction
     * @throws org.springframework.dao.OptimisticLockingFailureException if another transaction has
     *     appended to the same aggregate
     */
    default Chain append(Chain chain, Actor actor, List<Happening> happenings) {
        return appendAll(List.of(new Addition(chain, actor, happenings))).getFirst();
    }

    /**
     * Appends to many aggregates at once, for sweeps; as many round trips as {@link #append} takes
     * for one.
     *
     * @param additions each aggregate at most once
     * @return the new ends, in the order of the additions
     */
    List<Chain> appendAll(List<Addition> additions);

    /** What is to be appended to one aggregate. */
    record Addition(Chain chain, Actor actor, List<Happening> happenings) {

        public Addition {
            happenings = List.copyOf(happenings);
        }
    }
}

package org.oneseal.cases.handling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** Lists of cases (办件列表、待办), a page at a time; never the whole. */
public interface Worklist {

    /**
     * @param after sort keys of the last row of the page before, empty for the first page
     */
    List<Row> rows(Wanted wanted, Scope scope, List<String> after, int limit, Instant now);

    /**
     * What lies on a desk, by what is due next.
     *
     * @param after sort keys of the last row of the page before, empty for the first page
     */
    List<Row> desk(Desk desk, Scope scope, List<String> after, int limit, Instant now);

    /**
     * Whose work, and which of it.
     *
     * @param holder on whose desk, null for anybody's
     * @param dueFrom inclusive, null for no bound
     * @param dueBefore exclusive, null for no bound
     */
    record Desk(
            Pile pile,
            @Nullable String holder,
            @Nullable Instant dueFrom,
            @Nullable Instant dueBefore) {}

    /** Which pile of open work. */
    enum Pile {
        /** What is held, by the holder asked for. */
        HELD,
        /** All that is open within the scope. */
        ALL,
        /** What nobody holds yet. */
        POOL,
        /** Decided, and still to be delivered. */
        TO_DELIVER
    }

    /** What to order by; each has its index. */
    enum Order {
        DUE,
        RECEIVED,
        NUMBER
    }

    /**
     * What is wanted; null members don't narrow.
     *
     * @param open only cases on which a due date runs
     * @param overdue open and past what is due next
     * @param promise state of the promise made in the case
     * @param region within the caller's scope, this region and below
     * @param withSteps whether the step under way counts in what is overdue; it is the office's own
     */
    record Wanted(
            Order order,
            boolean descending,
            boolean open,
            boolean overdue,
            @Nullable CaseState state,
            @Nullable String itemCode,
            @Nullable String department,
            @Nullable RegionCode region,
            @Nullable String caseNumber,
            @Nullable String promise,
            boolean withSteps) {}

    /**
     * A case in a list.
     *
     * @param due what is due next, the step under way included; null where nothing is
     * @param caseDue what is due next of the case itself
     * @param stepDue end of the step under way, null where it has no time of its own
     */
    record Row(
            String id,
            String caseNumber,
            @Nullable String itemCode,
            @Nullable String itemName,
            CaseState state,
            String origin,
            String region,
            @Nullable String department,
            @Nullable String partyMask,
            Instant receivedAt,
            @Nullable Instant due,
            @Nullable Instant legalDue,
            @Nullable Instant promisedDue,
            @Nullable Instant deliverBy,
            @Nullable Instant caseDue,
            @Nullable Instant stepDue,
            @Nullable String holder,
            boolean provisional,
            boolean overdue,
            long version) {

        /** As applicants see it, whom the steps of the office do not concern. */
        public Row withoutStep(Instant now) {
            return new Row(
                    id,
                    caseNumber,
                    itemCode,
                    itemName,
                    state,
                    origin,
                    region,
                    department,
                    partyMask,
                    receivedAt,
                    caseDue,
                    legalDue,
                    promisedDue,
                    deliverBy,
                    caseDue,
                    null,
                    holder,
                    provisional,
                    overdue && caseDue != null && caseDue.isBefore(now),
                    version);
        }

        public List<String> keyset(Order order) {
            return switch (order) {
                case DUE -> List.of(due == null ? NEVER.toString() : due.toString(), id);
                case RECEIVED -> List.of(receivedAt.toString(), id);
                case NUMBER -> List.of(caseNumber, id);
            };
        }
    }

    /** Stands for no due date where one is needed to sort by. */
    Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
}

package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.Kept;
import org.oneseal.supervision.warning.Course;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dues;
import org.oneseal.supervision.watching.Finding;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;

/** A row of {@code watches}. */
record WatchRow(
        String id,
        String caseId,
        String caseNumber,
        WatchKind kind,
        @Nullable String itemCode,
        @Nullable Integer itemVersion,
        String itemName,
        boolean immediate,
        boolean fed,
        @Nullable String source,
        @Nullable String party,
        String channel,
        String region,
        @Nullable String province,
        @Nullable String city,
        @Nullable String county,
        @Nullable String town,
        @Nullable String village,
        @Nullable String department,
        WatchState state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant legalDue,
        @Nullable Instant promisedDue,
        @Nullable Instant declaredDue,
        Instant due,
        boolean instantsOnly,
        @Nullable Integer promisedDays,
        boolean provisional,
        boolean itemKnown,
        @Nullable String calendarRegion,
        @Nullable String calendarVersion,
        List<Finding> findings,
        List<Crossing> course,
        Instant knownAt,
        long caseSequence) {

    static final List<String> COLUMNS = Rows.columns(WatchRow.class);

    /** Sorts what has no due date last. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static WatchRow of(Kept kept) {
        Watch watch = kept.watch();
        CaseHead head = watch.head();
        Dues dues = watch.dues();
        Places places = Places.of(head.region());
        Instant promise = dues.promise();
        return new WatchRow(
                watch.id(),
                head.caseId(),
                head.caseNumber(),
                watch.kind(),
                head.itemCode(),
                head.itemVersion(),
                head.itemName(),
                head.immediate(),
                head.fed(),
                head.source(),
                head.party(),
                head.channel(),
                head.region().value(),
                places.province(),
                places.city(),
                places.county(),
                places.town(),
                places.village(),
                head.department(),
                watch.state(),
                watch.openedAt(),
                watch.closedAt(),
                dues.legal(),
                dues.promised(),
                dues.declared(),
                promise == null ? NEVER : promise,
                dues.instantsOnly(),
                dues.promisedDays(),
                dues.provisional(),
                watch.itemKnown(),
                dues.calendarRegion(),
                dues.calendarVersion(),
                watch.findings(),
                kept.course().crossings(),
                kept.knownAt(),
                kept.caseSequence());
    }

    /** The watch itself, however far it has come. */
    Watch watch() {
        CaseHead head =
                new CaseHead(
                        caseId,
                        caseNumber,
                        itemCode,
                        itemVersion,
                        itemName,
                        immediate,
                        fed,
                        source,
                        party,
                        channel,
                        new RegionCode(region),
                        department);
        Dues dues =
                new Dues(
                        legalDue,
                        promisedDue,
                        declaredDue,
                        instantsOnly,
                        promisedDays,
                        provisional,
                        calendarRegion,
                        calendarVersion);
        return new Watch(id, kind, head, state, openedAt, closedAt, dues, itemKnown, findings);
    }

    Kept kept(ProgressRow progress) {
        return new Kept(
                watch(),
                new Course(course),
                knownAt,
                caseSequence,
                progress.standing(),
                progress.heldFor(),
                progress.stale());
    }
}

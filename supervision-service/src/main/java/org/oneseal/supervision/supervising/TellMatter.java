package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Told;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells how far a matter has come that no service of the platform handles yet: a request for
 * disclosure, a ticket, a bad review to be put right. It is watched as everything else is.
 */
@Component
public class TellMatter {

    private static final Set<WatchKind> KINDS =
            Set.of(WatchKind.DISCLOSURE, WatchKind.TICKET, WatchKind.REVIEW);

    private final Matters matters;
    private final TakeFacts takeFacts;
    private final Ids ids;

    TellMatter(Matters matters, TakeFacts takeFacts, Ids ids) {
        this.matters = matters;
        this.takeFacts = takeFacts;
        this.ids = ids;
    }

    /** What is to be watched. */
    public record Opening(
            WatchKind kind, String number, String title, RegionCode region, String department) {}

    /**
     * How far it has come.
     *
     * @param awaits what has to follow, null at its end
     * @param from day from which the time is counted, null for that of the event
     * @param by last day as whoever tells it has it
     */
    public record Step(
            String reached,
            @Nullable String awaits,
            Instant at,
            @Nullable LocalDate from,
            @Nullable LocalDate by) {}

    /** What became of it. */
    public sealed interface Outcome {}

    /** The matter with its new version. */
    public record Done(Matters.Matter matter) implements Outcome {}

    public record Objected(List<Objection> objections) implements Outcome {}

    /**
     * Begins to watch a matter.
     *
     * @param own region of who tells it
     * @param ownDepartment only this one's matters, null for any of the region
     */
    @Transactional
    public Outcome open(
            Opening opening,
            Step step,
            @Nullable RegionCode own,
            @Nullable String ownDepartment,
            Actor actor,
            Instant now) {
        List<Objection> found = new ArrayList<>();
        if (!KINDS.contains(opening.kind())) {
            found.add(Objection.of("matter-kind-unfit", opening.kind().name()).at("/kind"));
        }
        boolean elsewhere = own == null || !own.contains(opening.region());
        boolean others = ownDepartment != null && !ownDepartment.equals(opening.department());
        if (elsewhere || others) {
            found.add(Objection.of("matter-outside", opening.department()).at("/department"));
        }
        if (step.awaits() == null) found.add(Objection.of("matter-awaits-nothing").at("/awaits"));
        check(step, now, found);
        if (!found.isEmpty()) return new Objected(found);
        Matters.Matter matter =
                new Matters.Matter(
                        ids.next(opening.region()),
                        opening.kind(),
                        opening.number(),
                        opening.title(),
                        opening.region(),
                        opening.department(),
                        null,
                        0,
                        "");
        CaseFact.Milestone first = milestone(matter, step, now);
        if (!matters.open(matter, first, actor, now)) {
            return new Objected(
                    List.of(Objection.of("matter-known", opening.number()).at("/number")));
        }
        return watched(matter, first, now);
    }

    /**
     * Tells what came next.
     *
     * @throws NotFound outside the scope
     * @throws StaleVersion if the matter is not at the expected version
     */
    @Transactional
    public Outcome goOn(
            String id, long expected, Step step, Scope scope, Actor actor, Instant now) {
        Matters.Matter matter =
                matters.findForUpdate(id, scope).orElseThrow(() -> new NotFound("matter", id));
        if (matter.version() != expected) throw new StaleVersion(id, expected);
        List<Objection> found = new ArrayList<>();
        if (matter.awaits() == null) found.add(Objection.of("matter-ended", matter.number()));
        check(step, now, found);
        if (!found.isEmpty()) return new Objected(found);
        CaseFact.Milestone next = milestone(matter, step, now);
        matters.add(matter, next, actor, now);
        return watched(matter, next, now);
    }

    private Outcome watched(Matters.Matter matter, CaseFact.Milestone milestone, Instant now) {
        takeFacts.take(List.of(new News(head(matter), milestone)), now);
        return new Done(matters.find(matter.id(), new Scope.Everywhere()).orElseThrow());
    }

    private static void check(Step step, Instant now, List<Objection> found) {
        if (step.at().isAfter(now)) {
            found.add(Objection.of("matter-in-future", step.at()).at("/at"));
        }
        if (step.from() != null && step.by() != null && step.by().isBefore(step.from())) {
            found.add(Objection.of("matter-days-reversed").at("/by"));
        }
    }

    private static CaseFact.Milestone milestone(Matters.Matter matter, Step step, Instant now) {
        return new CaseFact.Milestone(
                new Told(
                        matter.version() + 1,
                        step.at().truncatedTo(ChronoUnit.MICROS),
                        now.truncatedTo(ChronoUnit.MICROS),
                        null,
                        List.of()),
                matter.kind(),
                step.reached(),
                step.awaits(),
                step.from(),
                step.by());
    }

    private static CaseHead head(Matters.Matter matter) {
        return new CaseHead(
                matter.id(),
                matter.number(),
                null,
                null,
                matter.title(),
                false,
                false,
                null,
                null,
                matter.kind().name(),
                matter.region(),
                matter.department());
    }
}

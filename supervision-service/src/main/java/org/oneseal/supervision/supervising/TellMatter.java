package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 * disclosure, a ticket, a bad review. People tell what comes next; a department's system reports
 * which milestone it was, in whatever order its reports arrive. It is watched as everything else
 * is.
 */
@Component
public class TellMatter {

    private final Matters matters;
    private final Files files;
    private final TakeFacts takeFacts;
    private final Ids ids;

    TellMatter(Matters matters, Files files, TakeFacts takeFacts, Ids ids) {
        this.matters = matters;
        this.files = files;
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

    /**
     * Who tells.
     *
     * @param region matters of this region and below, null for none
     * @param departments only these ones' matters, null for any of the region
     */
    public record Teller(
            Actor actor, @Nullable RegionCode region, @Nullable Set<String> departments) {

        boolean mayTellOf(RegionCode other, String department) {
            return region != null
                    && region.contains(other)
                    && (departments == null || departments.contains(department));
        }
    }

    /**
     * What a department's system reports.
     *
     * @param sequence which milestone of the matter it is, from 1
     */
    public record Report(Opening opening, long sequence, Step step, Teller teller) {}

    /** What became of what a person tells. */
    public sealed interface Outcome {}

    /** What became of a report. */
    public sealed interface Reported {}

    /** The matter with its new version. */
    public record Done(Matters.Matter matter) implements Outcome, Reported {}

    /** It had been reported before, just so. */
    public record Known(String matter) implements Reported {}

    public record Objected(List<Objection> objections) implements Outcome, Reported {}

    /** Begins to watch a matter. */
    @Transactional
    public Outcome open(Opening opening, Step step, Teller teller, Instant now) {
        List<Objection> found = new ArrayList<>(MatterChecks.of(opening, teller));
        if (step.awaits() == null) found.add(Objection.of("matter-awaits-nothing").at("/awaits"));
        found.addAll(MatterChecks.of(step, now));
        if (!found.isEmpty()) return new Objected(found);
        Matters.Matter matter = fresh(opening);
        CaseFact.Milestone first = milestone(matter, 1, step, now);
        if (!matters.open(matter, first, teller.actor(), now)) {
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
        found.addAll(MatterChecks.of(step, now));
        if (!found.isEmpty()) return new Objected(found);
        CaseFact.Milestone next = milestone(matter, matter.told() + 1, step, now);
        matters.add(matter, next, actor, now);
        return watched(matter, next, now);
    }

    /**
     * Takes reports in any order, the first one of a matter opens it. Nothing is written of those
     * that are objected to; the outcomes are in the order of the reports.
     */
    @Transactional
    public List<Reported> tell(List<Report> reports, Instant now) {
        List<Reported> outcomes = new ArrayList<>();
        List<News> news = new ArrayList<>();
        for (Report report : reports) outcomes.add(take(report, news, now));
        takeFacts.take(news, now);
        return outcomes;
    }

    private Reported take(Report report, List<News> news, Instant now) {
        Opening opening = report.opening();
        List<Objection> found = new ArrayList<>(MatterChecks.of(opening, report.teller()));
        found.addAll(MatterChecks.of(report.step(), now));
        found.addAll(MatterChecks.of(report.sequence()));
        if (!found.isEmpty()) return new Objected(found);
        Actor actor = report.teller().actor();
        Matters.Matter matter = known(opening).orElse(null);
        if (matter == null) {
            Matters.Matter opened = fresh(opening);
            CaseFact.Milestone first = milestone(opened, report.sequence(), report.step(), now);
            if (matters.open(opened, first, actor, now)) return told(opened, first, news);
            // Somebody else opened it at the same moment.
            matter = known(opening).orElseThrow();
        }
        if (!report.teller().mayTellOf(matter.region(), matter.department())) {
            return new Objected(
                    List.of(
                            Objection.of("matter-outside", opening.department())
                                    .at("/department")));
        }
        CaseFact.Milestone next = milestone(matter, report.sequence(), report.step(), now);
        CaseFact.Milestone before = before(matter.id(), report.sequence(), news).orElse(null);
        if (before != null) {
            return tellsTheSame(before, next)
                    ? new Known(matter.id())
                    : new Objected(
                            List.of(
                                    Objection.of("matter-told-otherwise", report.sequence())
                                            .at("/sequence")));
        }
        Matters.Matter titled = matter.titled(opening.title());
        matters.add(titled, next, actor, now);
        return told(titled, next, news);
    }

    private static Reported told(
            Matters.Matter matter, CaseFact.Milestone milestone, List<News> news) {
        news.add(new News(head(matter), milestone));
        return new Done(matter);
    }

    private Optional<Matters.Matter> known(Opening opening) {
        return matters.namedForUpdate(opening.kind(), opening.department(), opening.number());
    }

    /** The milestone of that number as it was told before, in this batch or earlier. */
    private Optional<CaseFact.Milestone> before(String id, long sequence, List<News> news) {
        Stream<CaseFact> now =
                news.stream().filter(n -> n.head().caseId().equals(id)).map(News::fact);
        Stream<CaseFact> earlier =
                files.dossiers(Set.of(id)).values().stream()
                        .flatMap(f -> f.dossier().facts().stream());
        return Stream.concat(now, earlier)
                .filter(f -> f.told().sequence() == sequence)
                .filter(CaseFact.Milestone.class::isInstance)
                .map(CaseFact.Milestone.class::cast)
                .findFirst();
    }

    private static boolean tellsTheSame(CaseFact.Milestone a, CaseFact.Milestone b) {
        return a.told().occurredAt().equals(b.told().occurredAt())
                && a.reached().equals(b.reached())
                && Objects.equals(a.awaits(), b.awaits())
                && Objects.equals(a.from(), b.from())
                && Objects.equals(a.by(), b.by());
    }

    private Outcome watched(Matters.Matter matter, CaseFact.Milestone milestone, Instant now) {
        takeFacts.take(List.of(new News(head(matter), milestone)), now);
        return new Done(matters.find(matter.id(), new Scope.Everywhere()).orElseThrow());
    }

    private Matters.Matter fresh(Opening opening) {
        return new Matters.Matter(
                ids.next(opening.region()),
                opening.kind(),
                opening.number(),
                opening.title(),
                opening.region(),
                opening.department(),
                null,
                0,
                0,
                "");
    }

    private static CaseFact.Milestone milestone(
            Matters.Matter matter, long sequence, Step step, Instant now) {
        return new CaseFact.Milestone(
                new Told(
                        sequence,
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

package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.util.List;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.catalog.bundles.UpstreamReport.State;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An editor settles a report: has read it, or takes over what the upper level says. */
@Component
public class SettleReport {

    private final UpstreamReports reports;
    private final ReadBundle read;
    private final TakeBundle take;

    SettleReport(UpstreamReports reports, ReadBundle read, TakeBundle take) {
        this.reports = reports;
        this.read = read;
        this.take = take;
    }

    /** What came of settling. */
    public sealed interface Outcome {

        record Settled(UpstreamReport report) implements Outcome {}

        record Objected(List<Objection> objections) implements Outcome {}

        record NotNow(List<Objection> objections) implements Outcome {}
    }

    @Transactional
    public Outcome acknowledge(String id, String note, Actor actor, Instant now) {
        UpstreamReport report = find(id);
        if (note.isBlank()) {
            return new Outcome.Objected(List.of(Objection.of("reason-missing").at("/note")));
        }
        return settle(report.settled(State.ACKNOWLEDGED, actor.id(), now, note.strip()));
    }

    /** Takes the whole list over; items that the upper level no longer has stay to be cancelled. */
    @Transactional
    public Outcome adopt(String id, Actor actor, Instant now) {
        UpstreamReport report = find(id);
        if (report.state() != State.OPEN) return settledAlready(report);
        return switch (read.read(reports.bundle(id))) {
            case BundleReading.Refused(var objections) -> new Outcome.Objected(objections);
            case BundleReading.Read(var bundle) -> {
                BundleReport taken = take.take(bundle, actor, now);
                yield taken.count(Result.REFUSED) > 0
                        ? new Outcome.Objected(taken.objections())
                        : settle(report.settled(State.ADOPTED, actor.id(), now, null));
            }
        };
    }

    private Outcome settle(UpstreamReport settled) {
        return reports.settle(settled) ? new Outcome.Settled(settled) : settledAlready(settled);
    }

    private static Outcome settledAlready(UpstreamReport report) {
        return new Outcome.NotNow(List.of(Objection.of("report-settled", report.id())));
    }

    private UpstreamReport find(String id) {
        return reports.find(id).orElseThrow(() -> new NotFound("report", id));
    }
}

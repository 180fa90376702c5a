package org.oneseal.cases.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.handling.CaseHeader.Origin;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.promises.DraftPromise;
import org.oneseal.cases.promises.Promising;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * An application as it comes in, before anything is known to be right.
 *
 * @param atCounter a clerk takes it in; what is missing may then be asked for by a correction
 *     notice
 * @param promise of materials that will follow, null where nothing is promised
 * @param region where it is handled; the item's region where null
 */
public record Submission(
        String id,
        String caseNumber,
        String queryNumber,
        Subject subject,
        boolean actingFor,
        String channel,
        boolean atCounter,
        @Nullable RegionCode region,
        List<CaseFact.Material> materials,
        @Nullable Promising promise) {

    public Submission {
        materials = List.copyOf(materials);
    }

    /** Comes in, unless a rule is broken: every one that is, is told at once. */
    public Outcome submit(ItemVersion item, Handler by, WorkCalendars calendars, Instant now) {
        return submit(item, by, new DraftPromise.Made(null, List.of()), calendars, now);
    }

    /**
     * @param made the promise that comes with it, or what speaks against that
     */
    public Outcome submit(
            ItemVersion item,
            Handler by,
            DraftPromise.Made made,
            WorkCalendars calendars,
            Instant now) {
        List<Objection> objections =
                new ArrayList<>(SubmissionRule.askAll(this, item, Case.dayOf(now)));
        objections.addAll(made.objections());
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        List<CaseFact> facts = new ArrayList<>();
        facts.add(new CaseFact.Submitted(Stamp.now(now, by.subject()), materials));
        if (made.promised() != null) facts.add(made.promised());
        return new Case(header(item, by), List.of()).with(facts, item, null, calendars, now);
    }

    List<String> promised() {
        return promise == null ? List.of() : promise.materials();
    }

    /** Where it is handled. */
    public RegionCode place(ItemVersion item) {
        return region == null ? new RegionCode(item.region()) : region;
    }

    private CaseHeader header(ItemVersion item, Handler by) {
        var deemed = item.deemedAcceptance();
        return new CaseHeader(
                id,
                caseNumber,
                item.itemCode(),
                item.version(),
                item.name(),
                item.itemType(),
                item.caseKind(),
                Origin.APPLICATION,
                null,
                null,
                place(item),
                item.department(),
                subject.party(),
                subject.mask(),
                subject.kind(),
                subject.name(),
                subject.uscc(),
                channel,
                by.subject(),
                actingFor,
                queryNumber,
                deemed == null ? null : deemed.limit(),
                deemed == null ? null : deemed.legalGround(),
                null);
    }

    /**
     * For whom.
     *
     * @param name of a legal person; null for a natural one
     */
    public record Subject(
            String party,
            String mask,
            CaseHeader.SubjectKind kind,
            @Nullable String name,
            @Nullable String uscc) {

        public DraftPromise.Promiser promiser() {
            return new DraftPromise.Promiser(
                    uscc == null ? party : uscc, name == null ? mask : name);
        }
    }
}

package org.oneseal.market.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.events.InstitutionAdmitted;
import org.oneseal.market.events.InstitutionApplied;
import org.oneseal.market.events.InstitutionRefused;
import org.oneseal.market.events.InstitutionRescheduled;
import org.oneseal.market.events.MarketEvent;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * An institution on its way into the market. Immutable: every act returns the next state together
 * with the event that tells of it.
 *
 * @param offered services that the directory finds it under once it is admitted
 * @param checkDue null while no calendar is known for the days that are needed
 */
public record Institution(
        String id,
        Chain chain,
        RegionCode region,
        String party,
        Application application,
        List<Offering> offered,
        CheckRule rule,
        Instant appliedAt,
        @Nullable CheckDue checkDue,
        InstitutionState state) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Institution {
        offered = List.copyOf(offered);
    }

    /** What an act comes to. */
    public sealed interface Outcome {

        /** Done, with what is to be told; without an event only the stored due date follows. */
        record Changed(Institution institution, Optional<MarketEvent> event) implements Outcome {}

        /** Not done, with every reason; {@code conflict} where the state does not allow it. */
        record Objected(List<Objection> objections, boolean conflict) implements Outcome {
            public Objected {
                objections = List.copyOf(objections);
            }
        }
    }

    /** An application at the counter. */
    static Outcome apply(
            String id,
            RegionCode region,
            String party,
            Application application,
            boolean alreadyThere,
            AdmissionRules rules,
            CheckRule rule,
            @Nullable CheckDue due,
            Instant now) {
        List<Objection> objections = new ArrayList<>(rules.objections(application));
        if (alreadyThere) {
            objections.add(Objection.of("institution-exists", application.uscc()).at("/uscc"));
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections, false);
        Institution applied =
                new Institution(
                        id,
                        Chain.start("institution", id),
                        region,
                        party,
                        application,
                        AdmissionRules.offered(application, rules.types()),
                        rule,
                        now,
                        due,
                        new InstitutionState.Applied());
        return new Outcome.Changed(
                applied,
                Optional.of(
                        new InstitutionApplied(
                                applied.reference(),
                                application.services(),
                                applied.qualifications(),
                                application.practitioners().size(),
                                due == null ? null : due.lastDay(),
                                due != null && due.provisional())));
    }

    /** The formal check is passed, unless the application does not hold any more today. */
    Outcome admit(AdmissionRules rules, String by, Instant now) {
        if (!(state instanceof InstitutionState.Applied)) return alreadyChecked();
        List<Objection> objections = rules.objections(application);
        if (!objections.isEmpty()) return new Outcome.Objected(objections, false);
        Institution next = with(new InstitutionState.Admitted(now, by));
        return new Outcome.Changed(
                next,
                Optional.of(
                        new InstitutionAdmitted(
                                reference(),
                                application.services(),
                                qualifications(),
                                application.practitioners().size(),
                                inTime(now))));
    }

    /** The formal check failed; without a reason nobody is refused. */
    Outcome refuse(List<InstitutionState.Reason> reasons, String by, Instant now) {
        if (!(state instanceof InstitutionState.Applied)) return alreadyChecked();
        if (reasons.isEmpty()) {
            return new Outcome.Objected(
                    List.of(Objection.of("refusal-without-reason").at("/reasons")), false);
        }
        Institution next = with(new InstitutionState.Refused(now, by, reasons));
        return new Outcome.Changed(
                next,
                Optional.of(
                        new InstitutionRefused(
                                reference(),
                                reasons.stream()
                                        .map(
                                                r ->
                                                        new InstitutionRefused.Reason(
                                                                r.code(), r.text(), r.ground()))
                                        .toList(),
                                inTime(now))));
    }

    /** Follows a calendar that has moved; only a waiting application has a due date. */
    Optional<Outcome.Changed> reschedule(CheckDue moved, @Nullable String decree) {
        if (!(state instanceof InstitutionState.Applied) || moved.equals(checkDue)) {
            return Optional.empty();
        }
        LocalDate before = checkDue == null ? null : checkDue.lastDay();
        boolean shown =
                checkDue == null
                        || !checkDue.lastDay().equals(moved.lastDay())
                        || checkDue.provisional() != moved.provisional();
        Institution next =
                new Institution(
                        id,
                        chain,
                        region,
                        party,
                        application,
                        offered,
                        rule,
                        appliedAt,
                        moved,
                        state);
        return Optional.of(
                new Outcome.Changed(
                        next,
                        shown
                                ? Optional.of(
                                        new InstitutionRescheduled(
                                                reference(),
                                                moved.lastDay(),
                                                before,
                                                moved.provisional(),
                                                decree))
                                : Optional.empty()));
    }

    /** Checked no later than the last day; an unknown last day can't be missed. */
    public boolean inTime(Instant checkedAt) {
        return checkDue == null || !dayOf(checkedAt).isAfter(checkDue.lastDay());
    }

    /** Codes of the services whose qualification holds on the day. */
    public List<String> servicesOn(LocalDate day) {
        return offered.stream()
                .filter(o -> o.lastDay() == null || !o.lastDay().isBefore(day))
                .map(Offering::code)
                .toList();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    private static Outcome alreadyChecked() {
        return new Outcome.Objected(List.of(Objection.of("institution-already-checked")), true);
    }

    Institution at(Chain next) {
        return new Institution(
                id, next, region, party, application, offered, rule, appliedAt, checkDue, state);
    }

    private Institution with(InstitutionState next) {
        return new Institution(
                id, chain, region, party, application, offered, rule, appliedAt, checkDue, next);
    }

    private MarketEvent.InstitutionReference reference() {
        return new MarketEvent.InstitutionReference(
                id, application.name(), application.uscc(), region.value(), party);
    }

    private List<MarketEvent.QualificationTerms> qualifications() {
        return application.qualifications().stream()
                .map(
                        q ->
                                new MarketEvent.QualificationTerms(
                                        q.type(), q.grade(), q.number(), q.validTo()))
                .toList();
    }
}

package org.oneseal.supervision.watching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * What is remarkable about the facts of a case: it changes no deadline and is said all the same.
 */
public final class Findings {

    private Findings() {}

    /** Each at most once, ours before those that only the sender found. */
    static List<Finding> of(
            Dossier dossier, Instant opened, Dues dues, @Nullable WorkCalendar calendar) {
        List<Finding> findings = new ArrayList<>();
        if (dues.provisional()) {
            findings.add(new Finding(FindingCode.PROVISIONAL, 0, null, null));
        }
        disagreement(dossier, dues).ifPresent(findings::add);
        if (dues.declared() != null
                && dues.legal() != null
                && dues.declared().isAfter(dues.legal())) {
            findings.add(new Finding(FindingCode.DECLARED_LATER, 0, dues.legal(), dues.declared()));
        }
        Instant finished =
                dossier.all(CaseFact.Finished.class)
                        .map(f -> f.told().occurredAt())
                        .findFirst()
                        .orElse(null);
        if (finished != null && finished.isBefore(opened)) {
            findings.add(new Finding(FindingCode.END_BEFORE_START, 0, null, null));
        }
        boolean late = false;
        boolean after = false;
        for (CaseFact fact : dossier.facts()) {
            if (!after && finished != null && isAfterEnd(fact, finished)) {
                findings.add(Finding.of(FindingCode.AFTER_END, fact));
                after = true;
            }
            if (!late && isLate(fact, calendar)) {
                findings.add(Finding.of(FindingCode.LATE_REPORT, fact));
                late = true;
            }
        }
        addTold(dossier, findings);
        return findings;
    }

    /** What the sender found and we did not see ourselves. */
    private static void addTold(Dossier dossier, List<Finding> findings) {
        for (FindingCode code : FindingCode.values()) {
            boolean known = findings.stream().anyMatch(f -> f.code() == code);
            if (known) continue;
            dossier.facts().stream()
                    .filter(f -> f.told().findings().contains(code.name()))
                    .findFirst()
                    .ifPresent(f -> findings.add(Finding.of(code, f)));
        }
    }

    /** The last due dates stated for the case, if they are not ours. */
    private static Optional<Finding> disagreement(Dossier dossier, Dues dues) {
        return dossier.facts().stream()
                .filter(f -> f.told().claim() != null)
                .max(Comparator.comparing(f -> f.told().sequence()))
                .flatMap(
                        f -> {
                            Told.Claim claim = Objects.requireNonNull(f.told().claim());
                            return differs(f, dues.legal(), claim.legalDue())
                                    .or(() -> differs(f, dues.promised(), claim.promisedDue()));
                        });
    }

    private static Optional<Finding> differs(
            CaseFact fact, @Nullable Instant ours, @Nullable Instant theirs) {
        return ours == null || theirs == null || ours.equals(theirs)
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                FindingCode.DUE_DISAGREES, fact.told().sequence(), ours, theirs));
    }

    private static boolean isAfterEnd(CaseFact fact, Instant finished) {
        return switch (fact) {
            case CaseFact.CertificateIssued _,
                    CaseFact.Delivered _,
                    CaseFact.Rebased _,
                    CaseFact.ConsultationEnded _,
                    CaseFact.Milestone _,
                    CaseFact.Promised _,
                    CaseFact.PromiseFulfilled _,
                    CaseFact.PromiseOverdue _ ->
                    false;
            case CaseFact.Submitted _,
                    CaseFact.CorrectionRequested _,
                    CaseFact.Corrected _,
                    CaseFact.Accepted _,
                    CaseFact.NotAccepted _,
                    CaseFact.Stepped _,
                    CaseFact.Suspended _,
                    CaseFact.Resumed _,
                    CaseFact.Consulted _,
                    CaseFact.Extended _,
                    CaseFact.Decided _,
                    CaseFact.Finished _,
                    CaseFact.Withdrawn _,
                    CaseFact.Returned _ ->
                    fact.told().occurredAt().isAfter(finished);
        };
    }

    /**
     * Reported more than a working day after it happened; without a calendar, more than three days.
     */
    public static boolean isLate(CaseFact fact, @Nullable WorkCalendar calendar) {
        Told told = fact.told();
        Duration lag = fact.lag();
        if (lag.toDays() >= 30) return true;
        if (lag.toHours() < 24) return false;
        Integer days =
                calendar == null
                        ? null
                        : Workdays.between(calendar, told.occurredAt(), told.recordedAt());
        return days == null ? lag.toDays() > 3 : days > 1;
    }
}

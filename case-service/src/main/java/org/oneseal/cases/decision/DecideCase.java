package org.oneseal.cases.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.certificates.Certificate;
import org.oneseal.cases.certificates.Certificates;
import org.oneseal.cases.certificates.VerifyCode;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.handling.CaseNumbers;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.handling.Handled;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Request;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.limits.TimeRule;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.platform.identity.CertificateId;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * Grants or refuses, and issues the certificate of what is granted. Runs in the caller's
 * transaction.
 */
public final class DecideCase {

    private final Cases cases;
    private final ItemVersions items;
    private final WorkCalendars calendars;
    private final CaseNumbers numbers;
    private final Certificates certificates;
    private final TimeRules timeRules;

    public DecideCase(
            Cases cases,
            ItemVersions items,
            WorkCalendars calendars,
            CaseNumbers numbers,
            Certificates certificates,
            TimeRules timeRules) {
        this.cases = cases;
        this.items = items;
        this.calendars = calendars;
        this.numbers = numbers;
        this.certificates = certificates;
        this.timeRules = timeRules;
    }

    /**
     * What is decided.
     *
     * @param result code of the item's result, its first where null
     */
    public record Decision(
            boolean granted,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable String result,
            @Nullable LocalDate validFrom) {}

    /**
     * @throws org.oneseal.platform.web.NotFound if there is no such case in the scope
     * @throws org.oneseal.platform.web.StaleVersion if it is no longer at the version that was read
     */
    public Handled decide(Request request, Decision decision, Instant now) {
        CaseOnFile file = HandleCase.onFile(cases, request);
        ItemVersion item = HandleCase.item(items, file.value());
        int year = Case.dayOf(now).getYear();
        long serial = numbers.serial();
        Optional<CertificateId> id =
                decision.granted()
                        ? certificateId(item, decision.result(), year, serial)
                        : Optional.empty();
        VerifyCode code = VerifyCode.random();
        var terms =
                new DecisionTerms(
                        decision.granted(),
                        "决〔" + year + "〕" + serial + "号",
                        decision.ground(),
                        decision.reason(),
                        decision.result(),
                        decision.validFrom(),
                        TimeRule.limit(
                                timeRules.inForce(
                                        file.value().header().region(),
                                        TimeRule.Kind.DELIVERY,
                                        Case.dayOf(now))),
                        id.map(
                                        i ->
                                                new DecisionTerms.Certificate(
                                                        i.value(), i.serial(), code.hash()))
                                .orElse(null));
        var situation = Situation.of(item, request.handler(), calendars, now);
        Outcome outcome = new Decide(terms).on(file.value(), situation);
        Handled handled = HandleCase.store(cases, file, outcome, request);
        if (outcome instanceof Outcome.Changed(var after, _, _)) {
            after.last(CaseFact.CertificateIssued.class)
                    .ifPresent(
                            issued -> certificates.issue(certificate(after, issued, item), code));
        }
        return handled;
    }

    private static Optional<CertificateId> certificateId(
            ItemVersion item, @Nullable String result, int year, long serial) {
        String issuer = item.authorityUscc();
        if (issuer == null || !UnifiedSocialCreditCode.isValid(issuer)) return Optional.empty();
        return item.results().stream()
                .filter(r -> result == null || r.code().equals(result))
                .findFirst()
                .map(ItemVersion.Result::certificateType)
                .map(
                        type ->
                                CertificateId.of(
                                        type,
                                        new UnifiedSocialCreditCode(issuer),
                                        year + String.format(Locale.ROOT, "%09d", serial),
                                        1));
    }

    private static Certificate certificate(
            Case it, CaseFact.CertificateIssued issued, ItemVersion item) {
        CaseHeader header = it.header();
        return new Certificate(
                issued.certificateId(),
                header.id(),
                issued.number(),
                issued.type(),
                issued.name(),
                item.departmentName(),
                header.partyMask() == null ? "" : header.partyMask(),
                header.itemName() == null ? "" : header.itemName(),
                issued.validFrom(),
                issued.validTo(),
                issued.stamp().occurredAt(),
                Certificate.Status.VALID);
    }
}

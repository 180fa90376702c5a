package org.oneseal.cases.certificates;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.certificates.Certificate.Status;
import org.oneseal.cases.dossier.Dossier;
import org.oneseal.cases.events.CertificateReplaced;
import org.oneseal.cases.events.CertificateStatusChanged;
import org.oneseal.cases.events.CertificateUsed;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.identity.CertificateId;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;

/**
 * What becomes of a certificate after it was issued: another status, another version, a use. Runs
 * in the caller's transaction.
 */
public final class KeepCertificate {

    private final Certificates certificates;
    private final Dossier dossier;

    public KeepCertificate(Certificates certificates, Dossier dossier) {
        this.certificates = certificates;
        this.dossier = dossier;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Kept(Certificate now) implements Outcome {}

        record Objected(List<Objection> objections) implements Outcome {}
    }

    /**
     * @param certificate as locked
     */
    public Outcome change(
            Case it,
            Certificate certificate,
            Status wanted,
            String ground,
            String reason,
            Actor actor,
            Instant now) {
        LocalDate day = Case.dayOf(now);
        var objections =
                CertificateStatusRules.objections(certificate, wanted, ground, reason, day);
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        Status before = certificate.statusOn(day);
        var change =
                new CertificateChange(
                        certificate.id(), before, wanted, ground, reason, actor.id(), now);
        certificates.change(change);
        dossier.record(
                it,
                piece(certificate.id()),
                new CertificateStatusChanged(
                        it.reference(),
                        certificate.id(),
                        before.name(),
                        wanted.name(),
                        wanted.code(),
                        ground,
                        reason,
                        actor.id()),
                now,
                actor);
        return new Outcome.Kept(certificate.with(wanted));
    }

    /**
     * A new version with another term; the one before lapses.
     *
     * @param certificate as locked
     */
    public Outcome replace(
            Case it,
            Certificate certificate,
            @Nullable LocalDate validTo,
            String holderMask,
            String reason,
            Actor actor,
            Instant now) {
        LocalDate day = Case.dayOf(now);
        List<Objection> objections = new ArrayList<>();
        if (certificate.statusOn(day) != Status.VALID) {
            objections.add(
                    of("certificate-not-valid", certificate.statusOn(day).name()).at("/status"));
        }
        if (validTo != null && validTo.isBefore(day)) {
            objections.add(of("ends-before-it-begins").at("/validTo"));
        }
        if (validTo != null && validTo.isAfter(day.plusYears(100))) {
            objections.add(of("date-too-far").at("/validTo"));
        }
        if (reason.isBlank()) objections.add(of("reason-missing").at("/reason"));
        var old = new CertificateId(certificate.id());
        if (old.version() >= 999) objections.add(of("certificate-versions-used-up"));
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        var id =
                CertificateId.of(
                        old.type(),
                        new UnifiedSocialCreditCode(old.issuer()),
                        old.serial(),
                        old.version() + 1);
        var next = certificate.replacedBy(id.value(), holderMask, day, validTo, now);
        VerifyCode code = VerifyCode.random();
        String lapse = String.format(Locale.ROOT, "由第%03d版替代：%s", id.version(), reason);
        certificates.change(
                new CertificateChange(
                        certificate.id(),
                        Status.VALID,
                        Status.EXPIRED,
                        "GB/T 36902",
                        lapse,
                        actor.id(),
                        now));
        certificates.issue(next, code);
        dossier.record(
                it,
                piece(next.id()),
                new CertificateReplaced(
                        it.reference(),
                        next.id(),
                        certificate.id(),
                        next.number(),
                        code.hash(),
                        next.validFrom(),
                        next.validTo(),
                        reason,
                        actor.id()),
                now,
                actor);
        return new Outcome.Kept(next);
    }

    /**
     * Notes that it was used, by whom and what for, before it is.
     *
     * @param issuing the case that yielded it
     * @param usedIn the case in which it stands for a material, null where it is only shown
     */
    public void use(
            Case issuing,
            Certificate certificate,
            @Nullable Case usedIn,
            String purpose,
            String consentBy,
            Actor actor,
            Instant now) {
        String caseId = usedIn == null ? null : usedIn.header().id();
        String client = actor.client() == null ? "" : actor.client();
        certificates.noteUse(
                new CertificateUse(
                        certificate.id(),
                        caseId,
                        purpose,
                        consentBy,
                        actor.id(),
                        client,
                        actor.department(),
                        now));
        dossier.record(
                issuing,
                piece(certificate.id()),
                new CertificateUsed(
                        issuing.reference(),
                        certificate.id(),
                        caseId,
                        purpose,
                        consentBy,
                        actor.id(),
                        client),
                now,
                actor);
    }

    private static Dossier.Piece piece(String certificate) {
        return new Dossier.Piece(Dossier.Kind.CERTIFICATE, certificate);
    }
}

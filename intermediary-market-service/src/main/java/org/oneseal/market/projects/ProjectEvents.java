package org.oneseal.market.projects;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.events.Commissioned;
import org.oneseal.market.events.DrawVoided;
import org.oneseal.market.events.Drawn;
import org.oneseal.market.events.InstitutionSignedUp;
import org.oneseal.market.events.MarketEvent.InstitutionReference;
import org.oneseal.market.events.ProjectEvent;
import org.oneseal.market.events.ProjectFailed;
import org.oneseal.market.events.ProjectPublished;
import org.oneseal.market.events.ProjectReturned;
import org.oneseal.market.events.ProjectSubmitted;
import org.oneseal.market.events.ResultDelivered;
import org.oneseal.market.events.SelectionConfirmed;
import org.oneseal.market.events.SelectionLapsed;
import org.oneseal.market.events.SelectionRescheduled;
import org.oneseal.market.events.SignUpClosed;
import org.oneseal.market.events.SignUpExtended;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.DrawProof;
import org.oneseal.platform.draw.PublicValue;

/** A project's acts in the published language. */
final class ProjectEvents {

    private ProjectEvents() {}

    static ProjectEvent submitted(Project p) {
        return new ProjectSubmitted(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                p.terms().title(),
                buyer(p),
                p.terms().fund().name(),
                p.terms().priceFen(),
                p.terms().suspension());
    }

    static ProjectEvent returned(Project p, List<ProjectState.Reason> reasons) {
        return new ProjectReturned(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                reasons.stream()
                        .map(r -> new ProjectEvent.Reason(r.code(), r.text(), r.ground()))
                        .toList());
    }

    static ProjectEvent published(Project p) {
        return new ProjectPublished(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                p.terms().title(),
                buyer(p),
                p.terms().fund().name(),
                p.terms().priceFen(),
                p.terms().suspension(),
                p.terms().serviceDays(),
                p.round().rule().minimum(),
                p.terms().avoided().stream().map(Terms.Avoided::uscc).toList(),
                announcement(p));
    }

    static ProjectEvent signedUp(Project p, SignUp signUp) {
        return new InstitutionSignedUp(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                p.round().announced().draw(),
                institution(signUp));
    }

    static ProjectEvent extended(Project p, int signUps) {
        return new SignUpExtended(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                signUps,
                p.round().rule().minimum(),
                announcement(p));
    }

    static ProjectEvent closed(Project p) {
        return new SignUpClosed(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                p.round().entries().stream().map(SignUp::uscc).sorted().toList(),
                p.round().excluded().stream()
                        .map(e -> new ProjectEvent.Excluded(e.uscc(), e.reasons()))
                        .toList(),
                Objects.requireNonNull(p.round().sealedAt()),
                announcement(p));
    }

    static ProjectEvent failed(Project p, int signUps) {
        return new ProjectFailed(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                p.round().announced().draw(),
                signUps,
                p.round().rule().minimum());
    }

    static ProjectEvent drawn(
            Project p, SignUp winner, DrawProof proof, @Nullable LocalDate confirmBy) {
        return new Drawn(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                institution(winner),
                proof(proof),
                confirmBy);
    }

    static ProjectEvent voided(Project p, Round.Reason reason) {
        return new DrawVoided(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                p.round().announced().draw(),
                reason.name());
    }

    static ProjectEvent confirmed(Project p, SignUp winner, @Nullable LocalDate contractBy) {
        return new SelectionConfirmed(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                institution(winner),
                contractBy);
    }

    static ProjectEvent rescheduled(
            Project p,
            SignUp winner,
            @Nullable LocalDate by,
            @Nullable LocalDate before,
            @Nullable String decree) {
        return new SelectionRescheduled(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                institution(winner),
                p.state() instanceof ProjectState.Drawn ? "CONFIRMATION" : "CONTRACT",
                by,
                before,
                decree);
    }

    static ProjectEvent lapsed(Project p, SignUp winner, Round.Reason reason) {
        return new SelectionLapsed(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                institution(winner),
                reason.name());
    }

    static ProjectEvent commissioned(Project p, SignUp winner, ProjectState.Contract contract) {
        return new Commissioned(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                institution(winner),
                new ProjectEvent.Contract(
                        contract.number(),
                        contract.amountFen(),
                        contract.signedOn(),
                        contract.dueOn()));
    }

    static ProjectEvent delivered(Project p, SignUp winner, ProjectState.Delivery delivery) {
        return new ResultDelivered(
                p.id(),
                p.terms().caseId(),
                p.terms().role().name(),
                p.region().value(),
                p.terms().serviceKind(),
                institution(winner),
                delivery.at(),
                delivery.title(),
                delivery.digest().toString(),
                delivery.inTime());
    }

    private static ProjectEvent.Buyer buyer(Project p) {
        Buyer buyer = p.buyer();
        return new ProjectEvent.Buyer(
                buyer.party(), buyer.department(), buyer.name(), buyer.uscc());
    }

    private static InstitutionReference institution(SignUp s) {
        return new InstitutionReference(
                s.institutionId(), s.name(), s.uscc(), s.region(), s.party());
    }

    private static ProjectEvent.Announcement announcement(Project p) {
        DrawAnnouncement a = p.round().announced();
        return new ProjectEvent.Announcement(
                a.draw(),
                a.trust(),
                a.algorithm(),
                a.commitment().toString(),
                a.committedAt(),
                a.closesAt(),
                a.source(),
                a.round(),
                a.publishedAt(),
                text(a.entriesDigest()));
    }

    private static ProjectEvent.Proof proof(DrawProof p) {
        PublicValue value = p.publicValue();
        return new ProjectEvent.Proof(
                p.format(),
                p.draw(),
                p.trust(),
                p.algorithm(),
                p.commitment().toString(),
                p.committedAt(),
                p.closesAt(),
                p.minimum(),
                p.entries(),
                p.entriesDigest().toString(),
                p.sealedAt(),
                value == null
                        ? null
                        : new ProjectEvent.Value(
                                value.source(), value.round(), value.publishedAt(), value.value()),
                p.nonce().hex(),
                p.revealedAt(),
                p.revealBy(),
                p.seed().toString(),
                p.index(),
                p.winner());
    }

    private static @Nullable String text(@Nullable Digest digest) {
        return digest == null ? null : digest.toString();
    }
}

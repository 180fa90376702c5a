package org.oneseal.cases.handling;

import java.util.Objects;
import org.oneseal.cases.events.CaseAssigned;
import org.oneseal.cases.events.CaseEvent;
import org.oneseal.cases.events.CaseReference;
import org.oneseal.cases.events.CaseSupplemented;
import org.oneseal.cases.events.CoSignRequested;
import org.oneseal.cases.events.CoSigned;
import org.oneseal.cases.events.ConsultationAnswered;
import org.oneseal.cases.events.ConsultationOverdue;
import org.oneseal.cases.events.ConsultationRequested;
import org.oneseal.cases.events.ConsultationWithdrawn;
import org.oneseal.cases.events.CorrectedOnTheSpot;
import org.oneseal.cases.events.ExtensionRefused;
import org.oneseal.cases.events.ExtensionRequested;
import org.oneseal.cases.events.MissingMaterial;
import org.oneseal.cases.events.OpinionGiven;
import org.oneseal.cases.events.StepReturned;
import org.oneseal.cases.events.SupplementRequested;

/**
 * Puts what officers do among themselves into the published language; what they wrote stays here.
 */
final class HandlingTold {

    private HandlingTold() {}

    static CaseEvent of(Case after, CaseReference about, HandlingFact fact) {
        String by = fact.stamp().by();
        String actingFor = fact.stamp().actingFor();
        return switch (fact) {
            case HandlingFact.Assigned f ->
                    new CaseAssigned(
                            about,
                            f.kind().name(),
                            f.officer(),
                            f.previous(),
                            by,
                            actingFor,
                            f.reason());
            case HandlingFact.StepReturned f ->
                    new StepReturned(
                            about,
                            f.step(),
                            f.name(),
                            f.reopened(),
                            f.officer(),
                            by,
                            actingFor,
                            f.reason());
            case HandlingFact.OpinionGiven f ->
                    new OpinionGiven(about, f.opinionId(), by, actingFor, f.documents());
            case HandlingFact.ExtensionRequested f ->
                    new ExtensionRequested(
                            about,
                            f.requestId(),
                            Objects.requireNonNull(Telling.limit(f.by())),
                            f.reason(),
                            by,
                            actingFor);
            case HandlingFact.ExtensionRefused f ->
                    new ExtensionRefused(about, f.requestId(), f.reason(), by, actingFor);
            case HandlingFact.CoSignRequested f ->
                    new CoSignRequested(
                            about,
                            f.coSignId(),
                            f.matter(),
                            f.signers(),
                            f.needed(),
                            by,
                            actingFor);
            case HandlingFact.CoSigned f ->
                    new CoSigned(
                            about,
                            f.coSignId(),
                            f.signer(),
                            f.agreed(),
                            CoSigning.of(after, f.coSignId()).state().name(),
                            by,
                            actingFor);
            case HandlingFact.ConsultationRequested f ->
                    new ConsultationRequested(
                            about,
                            f.consultationId(),
                            f.department(),
                            f.region(),
                            f.question(),
                            Objects.requireNonNull(Telling.limit(f.limit())),
                            f.due(),
                            by,
                            actingFor);
            case HandlingFact.SupplementRequested f ->
                    new SupplementRequested(
                            about,
                            f.noticeId(),
                            f.missing().stream()
                                    .map(m -> new MissingMaterial(m.code(), m.name(), m.reason()))
                                    .toList(),
                            f.answerBy(),
                            f.procedureId(),
                            by,
                            actingFor);
            case HandlingFact.CorrectedOnTheSpot f ->
                    new CorrectedOnTheSpot(
                            about,
                            f.materials().stream().map(CaseFact.Material::code).toList(),
                            by,
                            actingFor);
            case HandlingFact.SupplementGiven f -> new CaseSupplemented(about, f.noticeId());
            case HandlingFact.ConsultationAnswered f -> {
                var asked = Consulting.of(after, f.consultationId()).asked();
                yield new ConsultationAnswered(
                        about,
                        f.consultationId(),
                        asked.department(),
                        asked.region(),
                        f.position().name(),
                        asked.due(),
                        f.stamp().occurredAt().isAfter(asked.due()),
                        by,
                        actingFor);
            }
            case HandlingFact.ConsultationOverdue f -> {
                var asked = Consulting.of(after, f.consultationId()).asked();
                yield new ConsultationOverdue(
                        about, f.consultationId(), asked.department(), asked.region(), asked.due());
            }
            case HandlingFact.ConsultationWithdrawn f -> {
                var asked = Consulting.of(after, f.consultationId()).asked();
                yield new ConsultationWithdrawn(
                        about,
                        f.consultationId(),
                        asked.department(),
                        asked.region(),
                        f.reason(),
                        by,
                        actingFor);
            }
        };
    }
}

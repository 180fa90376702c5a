package org.oneseal.cases.persistence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** The body of a case's row: its header and its facts, each with a name that never changes. */
@Component
class CaseBody {

    private static final NamedType[] HANDLING = {
        new NamedType(HandlingFact.Assigned.class, "assigned"),
        new NamedType(HandlingFact.StepReturned.class, "step-returned"),
        new NamedType(HandlingFact.OpinionGiven.class, "opinion-given"),
        new NamedType(HandlingFact.SupplementRequested.class, "supplement-requested"),
        new NamedType(HandlingFact.SupplementGiven.class, "supplemented"),
        new NamedType(HandlingFact.CorrectedOnTheSpot.class, "corrected-on-the-spot"),
        new NamedType(HandlingFact.ExtensionRequested.class, "extension-requested"),
        new NamedType(HandlingFact.ExtensionRefused.class, "extension-refused"),
        new NamedType(HandlingFact.CoSignRequested.class, "co-sign-requested"),
        new NamedType(HandlingFact.CoSigned.class, "co-signed"),
        new NamedType(HandlingFact.ConsultationRequested.class, "consultation-requested"),
        new NamedType(HandlingFact.ConsultationAnswered.class, "consultation-answered"),
        new NamedType(HandlingFact.ConsultationOverdue.class, "consultation-overdue"),
        new NamedType(HandlingFact.ConsultationWithdrawn.class, "consultation-withdrawn"),
    };

    private static final TypeReference<List<CaseFact>> FACTS = new TypeReference<>() {};

    private final JsonMapper mapper;

    CaseBody(Json json) {
        this.mapper =
                json.mapper()
                        .rebuild()
                        .addMixIn(CaseFact.class, NamedFact.class)
                        .registerSubtypes(HANDLING)
                        .addMixIn(RegionCode.class, AsText.class)
                        .changeDefaultPropertyInclusion(
                                i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .build();
    }

    String write(Case it) {
        return mapper.writeValueAsString(it);
    }

    /** Facts that are added to a body. */
    String writeFacts(List<CaseFact> facts) {
        return mapper.writerFor(FACTS).writeValueAsString(facts);
    }

    Case read(String json) {
        return mapper.readValue(json, Case.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CaseFact.Submitted.class, name = "submitted"),
        @JsonSubTypes.Type(
                value = CaseFact.CorrectionRequested.class,
                name = "correction-requested"),
        @JsonSubTypes.Type(value = CaseFact.Corrected.class, name = "corrected"),
        @JsonSubTypes.Type(value = CaseFact.Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = CaseFact.AcceptanceRefused.class, name = "not-accepted"),
        @JsonSubTypes.Type(value = CaseFact.SentBack.class, name = "returned"),
        @JsonSubTypes.Type(value = CaseFact.StepStarted.class, name = "step-started"),
        @JsonSubTypes.Type(value = CaseFact.StepCompleted.class, name = "step-completed"),
        @JsonSubTypes.Type(value = CaseFact.Promised.class, name = "promised"),
        @JsonSubTypes.Type(value = CaseFact.PromiseFulfilled.class, name = "promise-fulfilled"),
        @JsonSubTypes.Type(value = CaseFact.PromiseOverdue.class, name = "promise-overdue"),
        @JsonSubTypes.Type(value = CaseFact.Suspended.class, name = "suspended"),
        @JsonSubTypes.Type(value = CaseFact.Resumed.class, name = "resumed"),
        @JsonSubTypes.Type(value = CaseFact.Extended.class, name = "extended"),
        @JsonSubTypes.Type(value = CaseFact.Rebased.class, name = "rebased"),
        @JsonSubTypes.Type(value = CaseFact.Decided.class, name = "decided"),
        @JsonSubTypes.Type(value = CaseFact.CertificateIssued.class, name = "certificate-issued"),
        @JsonSubTypes.Type(value = CaseFact.Finished.class, name = "finished"),
        @JsonSubTypes.Type(value = CaseFact.Delivered.class, name = "delivered"),
        @JsonSubTypes.Type(value = CaseFact.Withdrawn.class, name = "withdrawn"),
    })
    private interface NamedFact {}

    private abstract static class AsText {
        @JsonCreator
        AsText(String value) {}

        @JsonValue
        abstract String value();
    }
}

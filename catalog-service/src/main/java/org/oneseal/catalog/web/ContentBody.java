package org.oneseal.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Authority;
import org.oneseal.catalog.items.CaseKind;
import org.oneseal.catalog.items.CommitmentClass;
import org.oneseal.catalog.items.Convenience;
import org.oneseal.catalog.items.CrossRegion;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.items.Particulars;
import org.oneseal.catalog.items.PreWork;
import org.oneseal.catalog.items.ServiceGuide;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.worktime.LimitUnit;
import tools.jackson.databind.JsonNode;

/** What an item says, as a draft is sent and shown. What is left out is empty, false or none. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ContentBody(
        @NotNull @Size(max = 200) String name,
        @NotNull @Size(max = 2) String itemType,
        @NotNull CaseKind caseKind,
        @Size(max = 2) List<@NotNull ServiceObject> serviceObjects,
        @Valid @Nullable LimitBody legalLimit,
        @Valid @Nullable LimitBody promisedLimit,
        @Size(max = 1000) String legalBasis,
        @Size(max = 200) List<@NotNull @Valid MaterialBody> materials,
        @Size(max = 50) List<@NotNull @Valid StepBody> steps,
        @Size(max = 50) List<@NotNull @Valid SpecialProcedureBody> specialProcedures,
        @Valid @Nullable LimitBody extensionMaximum,
        @Nullable Boolean extensionMovesPromise,
        @Valid @Nullable DeemedAcceptanceBody deemedAcceptance,
        @Size(max = 20) List<@NotNull @Valid ResultBody> results,
        @Size(max = 50) List<@NotNull @Valid FeeBody> fees,
        @Nullable Boolean jointHandling,
        CommitmentClass commitment,
        @Nullable Boolean tolerance,
        @Nullable Boolean instant,
        CrossRegion crossRegion,
        @Nullable Boolean publicity,
        @Nullable Boolean filing,
        @Nullable Boolean unasked,
        @Valid @Nullable AuthorityBody authority,
        @Valid @Nullable GuideBody guide,
        @Size(max = 20) List<@NotNull @Valid FormBody> forms,
        @Valid @Nullable GuidanceBody guidance,
        @Valid @Nullable LocalCodesBody localCodes,
        @Valid @Nullable ParticularsBody particulars) {

    ContentBody {
        serviceObjects = orEmpty(serviceObjects);
        legalBasis = Objects.requireNonNullElse(legalBasis, "");
        materials = orEmpty(materials);
        steps = orEmpty(steps);
        specialProcedures = orEmpty(specialProcedures);
        results = orEmpty(results);
        fees = orEmpty(fees);
        forms = orEmpty(forms);
        commitment = Objects.requireNonNullElse(commitment, CommitmentClass.NONE);
        crossRegion = Objects.requireNonNullElse(crossRegion, CrossRegion.NONE);
    }

    /** What the province calls the matter and the item. */
    record LocalCodesBody(
            @Nullable @Size(max = 50) String matter, @Nullable @Size(max = 50) String item) {}

    /** What else a list says of an item; what is left out is empty, false or none. */
    record ParticularsBody(
            @Nullable @Size(max = 1000) String scope,
            @Nullable @Size(max = 500) String legalLimitNote,
            @Nullable @Size(max = 500) String promisedLimitNote,
            @Nullable @Size(max = 50) String handlingItem,
            @Size(max = 6) List<Particulars.@NotNull BodyKind> bodyKinds,
            @Size(max = 40) List<@NotNull @Size(max = 40) String> personTopics,
            @Size(max = 40) List<@NotNull @Size(max = 40) String> legalTopics,
            @Size(max = 20) List<@NotNull @Size(max = 200) String> jointBodies,
            @Nullable Boolean hall,
            @Nullable Boolean signOnPc,
            @Nullable Boolean signOnApp,
            @Size(max = 4) List<@NotNull PreWork> preWork) {

        ParticularsBody {
            bodyKinds = orEmpty(bodyKinds);
            personTopics = orEmpty(personTopics);
            legalTopics = orEmpty(legalTopics);
            jointBodies = orEmpty(jointBodies);
            preWork = orEmpty(preWork);
        }
    }

    record LimitBody(@Min(0) @Max(9999) int amount, @NotNull LimitUnit unit) {}

    record MaterialBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Size(max = 200) String name,
            @NotNull Material.Necessity necessity,
            boolean core,
            @NotNull Material.Form form,
            @Min(1) @Max(99) int copies,
            @NotNull Material.Source source,
            @Nullable @Size(max = 1000) String basis,
            @Nullable @Size(max = 40) String intermediaryService,
            @Nullable @Size(max = 21) String certificateType,
            @Nullable @Size(max = 1000) String standard,
            @Valid @Nullable FileBody blankForm,
            @Valid @Nullable FileBody sample,
            Material.@Nullable Original original,
            @Nullable @Size(max = 200) String specification,
            @Nullable @Size(max = 500) String sourceNote,
            @Nullable @Size(max = 1000) String filling,
            @Nullable @Size(max = 60) String resource) {}

    record FileBody(
            @NotNull @Size(max = 200) String name,
            @NotNull @Size(max = 500) String url,
            @NotNull @Size(max = 100) String digest) {}

    record AuthorityBody(
            @NotNull Authority.Source source,
            @NotNull Authority.Nature nature,
            @Nullable @Size(max = 200) String entrustedBy) {}

    /** How and where one applies; what is left out is empty, false or none. */
    record GuideBody(
            @Size(max = 5) List<ServiceGuide.@NotNull Mode> modes,
            @Size(max = 3) List<ServiceGuide.@NotNull Reach> reaches,
            @Size(max = 7) List<ServiceGuide.@NotNull Depth> onlineDepth,
            @Min(0) @Max(99) int trips,
            @Nullable @Size(max = 500) String tripReason,
            @Size(max = 4000) String conditions,
            @Size(max = 50) List<@NotNull @Valid VenueBody> venues,
            @Size(max = 500) String consultation,
            @Size(max = 500) String complaints,
            @Nullable @Size(max = 500) String url,
            @Nullable Boolean appointment,
            @Nullable Boolean onlinePayment,
            @Nullable @Min(1) Integer quantityLimit,
            @Size(max = 10) List<@NotNull Convenience> conveniences,
            @Nullable @Size(max = 500) String onlineOnlyGround) {

        GuideBody {
            modes = orEmpty(modes);
            reaches = orEmpty(reaches);
            onlineDepth = orEmpty(onlineDepth);
            venues = orEmpty(venues);
            conveniences = orEmpty(conveniences);
            conditions = Objects.requireNonNullElse(conditions, "");
            consultation = Objects.requireNonNullElse(consultation, "");
            complaints = Objects.requireNonNullElse(complaints, "");
        }
    }

    record VenueBody(
            @NotNull @Size(max = 200) String name,
            @NotNull @Size(max = 500) String location,
            @NotNull @Size(max = 200) String hours) {}

    /** A form as JSON Schema 2020-12, with a filled sample. */
    record FormBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Size(max = 200) String name,
            @Min(1) @Max(9999) int version,
            @NotNull JsonNode schema,
            @Nullable JsonNode sample) {

        /** What JSON columns cannot hold is no JSON to us: such a body is refused as malformed. */
        FormBody {
            for (JsonNode json : new JsonNode[] {schema, sample}) {
                if (json != null) CanonicalJson.write(json);
            }
        }
    }

    record StepBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Size(max = 100) String name,
            @NotNull @Size(max = 40) String role,
            @Valid @Nullable LimitBody limit,
            boolean separate,
            @Nullable Boolean priorExamination) {}

    record SpecialProcedureBody(
            @NotNull @Size(max = 40) String kind,
            @NotNull @Size(max = 100) String name,
            @Min(0) @Max(999) int maxDays,
            @NotNull @Size(max = 1000) String legalGround) {}

    record DeemedAcceptanceBody(
            @Valid @NotNull LimitBody limit, @NotNull @Size(max = 1000) String legalGround) {}

    record ResultBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Size(max = 200) String name,
            @Nullable @Size(max = 21) String certificateType,
            @Nullable @Min(1) @Max(1200) Integer validityMonths,
            ItemResult.@Nullable Kind kind,
            @Valid @Nullable FileBody sample) {}

    record FeeBody(
            @NotNull @Size(max = 200) String name,
            @Nullable @Min(0) Long amountFen,
            @NotNull @Size(max = 1000) String standard,
            @NotNull @Size(max = 1000) String basis,
            @Nullable @Size(max = 500) String reduction) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}

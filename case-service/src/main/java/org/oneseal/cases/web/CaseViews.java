package org.oneseal.cases.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.cases.assignment.Holding;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.promises.Promise;
import org.oneseal.cases.promises.PromiseDraft;
import org.oneseal.cases.web.CaseView.AcceptanceView;
import org.oneseal.cases.web.CaseView.CorrectionView;
import org.oneseal.cases.web.CaseView.DecisionView;
import org.oneseal.cases.web.CaseView.IssuedView;
import org.oneseal.cases.web.CaseView.OwedView;
import org.oneseal.cases.web.CaseView.ProcedureView;
import org.oneseal.cases.web.CaseView.PromiseView;
import org.oneseal.cases.web.PromisesApi.DraftView;
import org.oneseal.cases.web.PromisesApi.MadeView;
import org.oneseal.platform.region.RegionCode;

/** What is shown of a case and of its promise; of each kind of fact the last one counts. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface CaseViews {

    default CaseView view(CaseOnFile file) {
        return view(file, file.value());
    }

    @Mapping(target = ".", source = "file.value.header")
    @Mapping(target = ".", source = "file.deadlines")
    @Mapping(target = "declaredDue", source = "file.deadlines.declaredDue")
    @Mapping(target = "holder", expression = "java(holder(it))")
    @Mapping(target = "state", expression = "java(it.state())")
    @Mapping(target = "itemVersion", expression = "java(it.itemVersion())")
    @Mapping(target = "receivedAt", expression = "java(it.receivedAt())")
    @Mapping(target = "materials", expression = "java(it.materials())")
    @Mapping(target = "correction", source = "it")
    @Mapping(target = "acceptance", source = "it")
    @Mapping(target = "openProcedures", source = "it")
    @Mapping(target = "promise", source = "it")
    @Mapping(target = "decision", source = "it")
    @Mapping(target = "certificate", source = "it")
    CaseView view(CaseOnFile file, Case it);

    CorrectionView requested(CaseFact.CorrectionRequested requested, boolean answered);

    @Mapping(target = "acceptedAt", source = "stamp.occurredAt")
    AcceptanceView accepted(CaseFact.Accepted accepted);

    @Mapping(target = "since", source = "stamp.occurredAt")
    ProcedureView suspended(CaseFact.Suspended suspended);

    @Mapping(target = "decidedAt", source = "stamp.occurredAt")
    DecisionView decided(CaseFact.Decided decided);

    @Mapping(target = "id", source = "certificateId")
    IssuedView issued(CaseFact.CertificateIssued issued);

    @Mapping(target = "promiseId", source = "made.promiseId")
    @Mapping(target = "promisedAt", source = "made.stamp.occurredAt")
    @Mapping(target = "textHash", source = "made.textHash")
    PromiseView promised(Promise promised);

    @Mapping(target = "promiseId", source = "made.promiseId")
    @Mapping(target = "promisedAt", source = "made.stamp.occurredAt")
    @Mapping(target = "notice", source = "made.notice")
    @Mapping(target = "promise", source = "made.promise")
    @Mapping(target = "textHash", source = "made.textHash")
    @Mapping(target = "ground", source = "made.ground")
    MadeView wordByWord(Promise promised);

    @Mapping(target = "late", expression = "java(owed.late())")
    OwedView owed(Promise.Owed owed);

    @Mapping(target = "itemVersion", source = "item.version")
    @Mapping(target = "materials", source = "draft.materials")
    DraftView draft(ItemVersion item, PromiseDraft draft, LocalDate validOn);

    /** Whose desk it lies on, while it is open. */
    default @Nullable String holder(Case it) {
        return it.state().open() ? Holding.of(it).orElse(null) : null;
    }

    default @Nullable CorrectionView correction(Case it) {
        boolean answered = it.last(CaseFact.Corrected.class).isPresent();
        return it.last(CaseFact.CorrectionRequested.class)
                .map(requested -> requested(requested, answered))
                .orElse(null);
    }

    default @Nullable AcceptanceView acceptance(Case it) {
        return it.acceptance().map(this::accepted).orElse(null);
    }

    default List<ProcedureView> openProcedures(Case it) {
        return it.openProcedures().values().stream().map(this::suspended).toList();
    }

    default @Nullable PromiseView promise(Case it) {
        return Promise.of(it).map(this::promised).orElse(null);
    }

    default @Nullable DecisionView decision(Case it) {
        return it.last(CaseFact.Decided.class).map(this::decided).orElse(null);
    }

    default @Nullable IssuedView certificate(Case it) {
        return it.last(CaseFact.CertificateIssued.class).map(this::issued).orElse(null);
    }

    default String region(RegionCode region) {
        return region.value();
    }
}

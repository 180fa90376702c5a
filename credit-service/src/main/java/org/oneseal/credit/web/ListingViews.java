package org.oneseal.credit.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import org.oneseal.credit.listing.Dossier;
import org.oneseal.credit.listing.ListedSubject;
import org.oneseal.credit.listing.Listing;
import org.oneseal.credit.web.ListingView.DisputeView;
import org.oneseal.credit.web.ListingView.ListingDecisionView;
import org.oneseal.credit.web.ListingView.NoticeView;
import org.oneseal.credit.web.ListingView.RepairView;
import org.oneseal.platform.region.RegionCode;

/** What is shown of a listing: all its facts to those concerned, those in force to anybody. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ListingViews {

    /** Who reads what is shown. */
    enum Reader {
        OFFICER,
        PARTY
    }

    @Mapping(target = ".", source = "listing.dossier")
    @Mapping(target = ".", source = "listing.dossier.proposal")
    @Mapping(target = "version", source = "listing.chain.sequence")
    @Mapping(target = "state", expression = "java(listing.state().name())")
    @Mapping(target = "kind", source = "listing.rule.code")
    @Mapping(target = "kindName", source = "listing.rule.name")
    @Mapping(target = "basis", source = "listing.rule.basis")
    @Mapping(target = "informationClass", source = "listing.rule.informationClass")
    @Mapping(target = "measures", source = "listing.rule.measures")
    @Mapping(target = "subjectKind", source = "listing.subject.kind")
    @Mapping(target = "subject", source = "listing.subject.id")
    @Mapping(target = "subjectName", source = "listing.subject.name")
    @Mapping(target = "proposedAt", source = "listing.dossier.proposal.at")
    @Mapping(
            target = "proposedBy",
            source = "listing.dossier.proposal.by",
            qualifiedByName = "person")
    ListingView listing(
            Listing listing, @Nullable LocalDate earliestRepair, @Context Reader reader);

    @Mapping(target = "by", qualifiedByName = "person")
    NoticeView notice(Dossier.Notice notice, @Context Reader reader);

    @Mapping(target = "by", qualifiedByName = "person")
    @Mapping(target = "since", source = "on")
    @Mapping(target = "until", source = "lastDay")
    ListingDecisionView decision(Dossier.Decision decision, @Context Reader reader);

    @Mapping(target = "answeredAt", source = "answer.at")
    @Mapping(target = "verdict", source = "answer.verdict")
    @Mapping(target = "reason", source = "answer.reason")
    DisputeView dispute(Dossier.Dispute dispute);

    @Mapping(target = "answeredAt", source = "answer.at")
    @Mapping(target = "granted", source = "answer")
    @Mapping(target = "reason", source = "answer.reason")
    RepairView repair(Dossier.Repair repair);

    /** A listing in force; one that was never decided is not for the public. */
    default PublicListingView publicly(Listing listing) {
        Dossier.Decision decision = listing.dossier().decision();
        if (decision == null) throw new IllegalStateException(listing.id() + " is not listed");
        return publicly(listing, decision);
    }

    @Mapping(target = "kind", source = "listing.rule.code")
    @Mapping(target = "kindName", source = "listing.rule.name")
    @Mapping(target = "basis", source = "listing.rule.basis")
    @Mapping(target = "measures", source = "listing.rule.measures")
    @Mapping(target = "remedy", source = "listing.rule.remedy")
    @Mapping(target = "subjectKind", source = "listing.subject.kind")
    @Mapping(target = "subjectName", source = "listing.subject.name")
    @Mapping(target = "uscc", source = "listing.subject", qualifiedByName = "uscc")
    @Mapping(target = "since", source = "decision.on")
    @Mapping(target = "until", source = "decision.lastDay")
    PublicListingView publicly(Listing listing, Dossier.Decision decision);

    /** Who acted is told to officers alone; the party reads that it was done. */
    @Named("person")
    default @Nullable String person(String by, @Context Reader reader) {
        return reader == Reader.OFFICER ? by : null;
    }

    /** The code of an organisation; what a person is known by here is not for the public. */
    @Named("uscc")
    default @Nullable String uscc(ListedSubject subject) {
        return subject.kind() == ListedSubject.Kind.PERSON ? null : subject.id();
    }

    default @Nullable Boolean granted(Dossier.@Nullable RepairAnswer answer) {
        return answer == null ? null : answer.granted();
    }

    default String region(RegionCode region) {
        return region.value();
    }
}

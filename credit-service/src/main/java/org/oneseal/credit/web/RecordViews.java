package org.oneseal.credit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import org.oneseal.credit.publicity.Licence;
import org.oneseal.credit.publicity.LicenceChecks;
import org.oneseal.credit.publicity.LicenceCorrection;
import org.oneseal.credit.publicity.PublicityRecord;
import org.oneseal.credit.publicity.PublicityState;
import org.oneseal.credit.publicity.SevenDayRate;
import org.oneseal.credit.publicity.SubjectKind;
import org.oneseal.platform.region.RegionCode;

/** A record for the public, for officers and for the national platform, and its correction. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface RecordViews {

    String DAY = "yyyy/MM/dd";

    @Mapping(target = ".", source = "licence")
    @Mapping(target = "subjectName", source = "licence.subject.name")
    @Mapping(target = "subjectKind", source = "licence.subject.kind")
    @Mapping(target = "subjectUscc", source = "licence.subject.uscc")
    @Mapping(target = "licenceKind", source = "licence.kind")
    @Mapping(target = "authority", source = "licence.authority.name")
    @Mapping(target = "authorityUscc", source = "licence.authority.uscc")
    @Mapping(target = "publishedAt", source = "state")
    PublicityView licence(PublicityRecord record);

    default CreditRecordView forOfficers(PublicityRecord record, Instant now) {
        PublicityState.@Nullable Withheld withheld =
                record.state() instanceof PublicityState.Withheld w ? w : null;
        return forOfficers(record, record.warning(now), withheld, record.lag());
    }

    @Mapping(target = "version", source = "record.chain.sequence")
    @Mapping(target = "caseId", source = "record.licence.caseId")
    @Mapping(target = "caseNumber", source = "record.licence.caseNumber")
    @Mapping(target = "state", expression = "java(record.state().label())")
    @Mapping(target = "due", source = "record.due.lastDay")
    @Mapping(target = "provisional", source = "record.due.provisional")
    @Mapping(target = "inTime", source = "record", qualifiedByName = "inTime")
    @Mapping(target = "rule", source = "record.rule.id")
    @Mapping(target = "withheldAt", source = "withheld.at")
    @Mapping(target = "withheldFor", source = "withheld.reason")
    @Mapping(target = "withheldGround", source = "withheld.ground")
    @Mapping(target = "daysUntilTold", source = "lag.untilTold")
    @Mapping(target = "daysUntilPublished", source = "lag.untilPublished")
    @Mapping(target = "findings", source = "record.licence")
    @Mapping(target = "licence", source = "record")
    CreditRecordView forOfficers(
            PublicityRecord record,
            PublicityRecord.Warning warning,
            PublicityState.@Nullable Withheld withheld,
            PublicityRecord.@Nullable Lag lag);

    /** Valid from the day of the decision where it names no other. */
    default LicenceExport export(PublicityRecord record) {
        Licence licence = record.licence();
        LocalDate from = licence.validFrom();
        return export(licence, from == null ? licence.decidedOn() : from, record.state());
    }

    @Mapping(target = "subjectName", source = "licence.subject.name")
    @Mapping(target = "subjectKind", source = "licence.subject.kind", qualifiedByName = "national")
    @Mapping(target = "subjectUscc", source = "licence.subject.uscc")
    @Mapping(target = "licenceKind", source = "licence.kind")
    @Mapping(target = "decidedOn", source = "licence.decidedOn", dateFormat = DAY)
    @Mapping(target = "validFrom", source = "from", dateFormat = DAY)
    @Mapping(
            target = "validTo",
            source = "licence.validTo",
            dateFormat = DAY,
            defaultValue = "2099/12/31")
    @Mapping(target = "authority", source = "licence.authority.name")
    @Mapping(target = "authorityUscc", source = "licence.authority.uscc")
    @Mapping(target = "status", source = "state", qualifiedByName = "national")
    @Mapping(target = "source", source = "licence.authority.name")
    @Mapping(target = "sourceUscc", source = "licence.authority.uscc")
    LicenceExport export(Licence licence, LocalDate from, PublicityState state);

    @Mapping(target = "overdue", expression = "java(rate.overdue())")
    @Mapping(target = "rate", source = "rate", qualifiedByName = "percent")
    RateView rate(SevenDayRate rate);

    @Mapping(target = "kind", source = "licenceKind")
    LicenceCorrection correction(CorrectionRequest request);

    default @Nullable Instant publishedAt(PublicityState state) {
        return state instanceof PublicityState.Published published ? published.at() : null;
    }

    /** Told only of what is published. */
    @Named("inTime")
    default @Nullable Boolean inTime(PublicityRecord record) {
        return record.state() instanceof PublicityState.Published ? record.inTime() : null;
    }

    default List<LicenceChecks.Finding> findings(Licence licence) {
        return LicenceChecks.of(licence);
    }

    @Named("national")
    default String national(SubjectKind kind) {
        return kind == SubjectKind.NATURAL ? "自然人" : "法人及非法人组织";
    }

    /** 1 in force, 2 taken back. */
    @Named("national")
    default String national(PublicityState state) {
        return state instanceof PublicityState.Withheld ? "2" : "1";
    }

    @Named("percent")
    default @Nullable String percent(SevenDayRate rate) {
        var percent = rate.percent();
        return percent == null ? null : percent.toPlainString();
    }

    default String region(RegionCode region) {
        return region.value();
    }
}

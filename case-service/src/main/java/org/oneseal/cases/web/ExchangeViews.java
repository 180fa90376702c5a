package org.oneseal.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import org.oneseal.cases.exchange.FeedBooks;
import org.oneseal.cases.exchange.FeedFigures;
import org.oneseal.cases.exchange.Source;
import org.oneseal.cases.exchange.SourceOnFile;
import org.oneseal.cases.web.ExchangeBodies.DayView;
import org.oneseal.cases.web.ExchangeBodies.DepartmentBody;
import org.oneseal.cases.web.ExchangeBodies.Name;
import org.oneseal.cases.web.ExchangeBodies.ReasonView;
import org.oneseal.cases.web.ExchangeBodies.ReconciliationView;
import org.oneseal.cases.web.ExchangeBodies.RejectionView;
import org.oneseal.cases.web.ExchangeBodies.SourceRequest;
import org.oneseal.cases.web.ExchangeBodies.SourceView;
import org.oneseal.platform.region.RegionCode;

/** Sources and books of the exchange as they are shown, and a source as it is registered. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ExchangeViews {

    String QUOTA = "60000";
    String PATIENCE = "60";

    @Mapping(target = ".", source = "value")
    @Mapping(target = "name", source = "value")
    @Mapping(target = "calendar", source = "value.instantsOnly", qualifiedByName = "calendar")
    @Mapping(target = "topic", source = "value.code", qualifiedByName = "topic")
    SourceView source(SourceOnFile file);

    @Mapping(target = "zh", source = "nameZh")
    @Mapping(target = "en", source = "nameEn")
    Name name(Source source);

    @Mapping(target = "nameZh", source = "name.zh")
    @Mapping(target = "nameEn", source = "name.en")
    @Mapping(target = "items", qualifiedByName = "orNone")
    @Mapping(target = "instantsOnly", source = "calendar", qualifiedByName = "instantsOnly")
    @Mapping(target = "reportsAcceptance", defaultValue = "false")
    @Mapping(target = "quotaPerMinute", defaultValue = QUOTA)
    @Mapping(target = "patienceMinutes", defaultValue = PATIENCE)
    @Mapping(target = "clientId", source = "request", qualifiedByName = "clientId")
    Source source(SourceRequest request);

    @Mapping(target = "names", qualifiedByName = "orNone")
    Source.Department department(DepartmentBody body);

    @Mapping(target = "messages", source = "figures.accepted", qualifiedByName = "sum")
    ReconciliationView reconciliation(String source, Instant asOf, FeedFigures.Figures figures);

    DayView day(FeedFigures.DayFigures figures);

    @Mapping(target = "reasons", source = "told")
    @Mapping(target = "attributes", source = "row.envelope.attributes")
    @Mapping(target = "data", expression = "java(row.envelope().text())")
    RejectionView rejection(FeedBooks.RejectionRow row, List<ReasonView> told);

    @Named("calendar")
    default @Nullable String calendar(boolean instantsOnly) {
        return instantsOnly ? ExchangeBodies.INSTANTS_ONLY : null;
    }

    @Named("instantsOnly")
    default boolean instantsOnly(@Nullable String calendar) {
        return calendar != null;
    }

    @Named("topic")
    default String topic(String code) {
        return "oneseal.exchange.in." + code + ".v1";
    }

    @Named("clientId")
    default String clientId(SourceRequest request) {
        return Objects.requireNonNullElse(
                request.clientId(), "department-system-" + request.code());
    }

    @Named("orNone")
    default List<String> orNone(@Nullable List<String> texts) {
        return Objects.requireNonNullElse(texts, List.of());
    }

    @Named("sum")
    default long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    default String region(RegionCode region) {
        return region.value();
    }

    default RegionCode region(String region) {
        return new RegionCode(region);
    }
}

package org.oneseal.catalog.storage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneseal.catalog.calendars.CalendarContent;
import org.oneseal.catalog.calendars.ShippedCalendars;
import org.oneseal.catalog.delegation.DelegationKind;
import org.oneseal.catalog.delegation.DelegationRule;
import org.oneseal.catalog.delegation.DelegationRuleBook;
import org.oneseal.catalog.departments.DepartmentCommand;
import org.oneseal.catalog.departments.DepartmentList;
import org.oneseal.catalog.indicators.DepthLevels;
import org.oneseal.catalog.indicators.DepthTable;
import org.oneseal.catalog.indicators.InspectionRuleBook;
import org.oneseal.catalog.indicators.InspectionRules;
import org.oneseal.catalog.powers.PowerRuleBook;
import org.oneseal.catalog.powers.PowerRules;
import org.oneseal.catalog.publishing.CodeScheme;
import org.oneseal.catalog.publishing.CodeSchemes;
import org.oneseal.catalog.importing.ItemDerivation;
import org.oneseal.catalog.items.UnitRule;
import org.oneseal.catalog.items.UnitTables;
import org.oneseal.catalog.packages.ShippedPackages;
import org.oneseal.catalog.publishing.PublishParameters;
import org.oneseal.catalog.publishing.PublishRuleBook;
import org.oneseal.catalog.regions.Region;
import org.oneseal.catalog.regions.RegionList;
import org.oneseal.catalog.regions.Regional;
import org.oneseal.catalog.registers.EvaluationRule;
import org.oneseal.catalog.registers.EvaluationRuleBook;
import org.oneseal.catalog.resources.ResourceRule;
import org.oneseal.catalog.resources.ResourceRuleBook;
import org.oneseal.catalog.standing.StandingList;
import org.oneseal.catalog.standing.StandingListRule;
import org.oneseal.catalog.standing.StandingListRules;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.type.TypeReference;

/** The rules, lists and derivations that come with the service, from the reference data. */
@Configuration
class ReferenceFiles {

    private final ReferenceFolder files;
    private final Json json;

    ReferenceFiles(ReferenceFolder files, Json json) {
        this.files = files;
        this.json = json;
    }

    @Bean
    RegionList regionList() {
        // A city without counties (东莞, 中山, 儋州) is in the list as a city and as its own county.
        return () ->
                List.copyOf(
                        files.rows("regions-cn.csv")
                                .map(ReferenceFiles::region)
                                .collect(byKey(region -> region.code().value()))
                                .values());
    }

    private static Region region(List<String> row) {
        String parent = cell(row, 3);
        return new Region(
                new RegionCode(cell(row, 0)),
                cell(row, 1),
                parent.isEmpty() ? null : new RegionCode(parent),
                0);
    }

    @Bean
    ShippedCalendars shippedCalendars() {
        return () -> {
            Map<Integer, SortedMap<LocalDate, String>> holidays = new TreeMap<>();
            Map<Integer, SortedMap<LocalDate, String>> makeUps = new TreeMap<>();
            files.rows("calendar-cn.csv")
                    .forEach(
                            row -> {
                                LocalDate day = LocalDate.parse(cell(row, 0));
                                (cell(row, 1).equals("HOLIDAY") ? holidays : makeUps)
                                        .computeIfAbsent(day.getYear(), _ -> new TreeMap<>())
                                        .put(day, cell(row, 2));
                            });
            Map<Integer, CalendarContent> decreed = new TreeMap<>();
            holidays.forEach(
                    (year, days) ->
                            decreed.put(
                                    year,
                                    CalendarContent.decreed(
                                            days,
                                            makeUps.getOrDefault(year, new TreeMap<>()),
                                            "国务院办公厅关于" + year + "年部分节假日安排的通知")));
            return decreed;
        };
    }

    @Bean
    DepartmentList departmentList() {
        List<DepartmentCommand> shipped =
                files.rows("departments-431103.csv")
                        .map(
                                row ->
                                        new DepartmentCommand(
                                                cell(row, 0),
                                                cell(row, 1),
                                                cell(row, 2),
                                                cell(row, 3),
                                                null,
                                                true))
                        .toList();
        return (region, name) ->
                shipped.stream()
                        .filter(d -> d.region().equals(region.value()) && d.name().equals(name))
                        .findFirst();
    }

    @Bean
    DepthLevels depthLevels() {
        List<DepthTable> all = json.read(files.text("online-depth.json"), new TypeReference<>() {});
        return (region, day) ->
                sure(Regional.governing(all, region, day), "levels of depth", region, day).levels();
    }

    @Bean
    UnitTables unitTables() {
        List<UnitRule> all = json.read(files.text("limit-units.json"), new TypeReference<>() {});
        return (region, day) ->
                sure(Regional.governing(all, region, day), "table of units", region, day).units();
    }

    @Bean
    PublishRuleBook publishRuleBook() {
        List<PublishParameters> all =
                json.read(files.text("publish-rules.json"), new TypeReference<>() {});
        return (region, day) ->
                sure(Regional.governing(all, region, day), "publish rules", region, day);
    }

    @Bean
    PowerRuleBook powerRuleBook() {
        List<PowerRules> all = json.read(files.text("power-rules.json"), new TypeReference<>() {});
        return (region, day) ->
                sure(Regional.governing(all, region, day), "rules of powers", region, day);
    }

    @Bean
    EvaluationRuleBook evaluationRuleBook() {
        List<EvaluationRule> all =
                json.read(files.text("evaluation-rules.json"), new TypeReference<>() {});
        return (region, day) ->
                sure(Regional.governing(all, region, day), "rules of evaluations", region, day);
    }

    @Bean
    InspectionRuleBook inspectionRuleBook() {
        List<InspectionRules> all =
                json.read(files.text("inspection-rules.json"), new TypeReference<>() {});
        return (region, day) ->
                sure(Regional.governing(all, region, day), "rules of inspection", region, day);
    }

    @Bean
    StandingListRules standingListRules() {
        Map<StandingList, List<StandingListRule>> all =
                json
                        .read(
                                files.text("standing-lists.json"),
                                new TypeReference<List<StandingListRule>>() {})
                        .stream()
                        .collect(Collectors.groupingBy(StandingListRule::list));
        return (list, region, day) ->
                sure(
                        Regional.governing(all.getOrDefault(list, List.of()), region, day),
                        "list " + list,
                        region,
                        day);
    }

    @Bean
    ResourceRuleBook resourceRuleBook() {
        List<ResourceRule> all =
                json.read(files.text("resource-rules.json"), new TypeReference<>() {});
        return (region, day) ->
                sure(Regional.governing(all, region, day), "rules of sharing", region, day);
    }

    private static <T> T sure(Optional<T> rule, String what, RegionCode region, LocalDate day) {
        return rule.orElseThrow(
                () -> new IllegalStateException("no %s for %s on %s".formatted(what, region, day)));
    }

    /** The nearest region that has one speaks, layer by layer. */
    @Bean
    CodeSchemes codeSchemes() {
        Map<CodeScheme.Layer, List<CodeScheme>> all =
                json
                        .read(
                                files.text("code-schemes.json"),
                                new TypeReference<List<CodeScheme>>() {})
                        .stream()
                        .collect(Collectors.groupingBy(CodeScheme::layer));
        return (region, day) ->
                Stream.of(CodeScheme.Layer.values())
                        .map(layer -> all.getOrDefault(layer, List.of()))
                        .flatMap(those -> Regional.governing(those, region, day).stream())
                        .toList();
    }

    @Bean
    DelegationRuleBook delegationRuleBook() {
        Map<DelegationKind, List<DelegationRule>> all =
                json
                        .read(
                                files.text("delegation-rules.json"),
                                new TypeReference<List<DelegationRule>>() {})
                        .stream()
                        .collect(Collectors.groupingBy(DelegationRule::kind));
        return (kind, region, day) ->
                Regional.governing(all.getOrDefault(kind, List.of()), region, day);
    }

    @Bean
    ItemDerivation itemDerivation() {
        return json.read(files.text("item-derivation.json"), ItemDerivation.class)
                .with(json.read(files.text("item-guides.json"), ItemGuides.class).items());
    }

    @Bean
    ShippedPackages shippedPackages() {
        List<ShippedPackages.Shipped> all =
                json.read(files.text("packages.json"), PackageFile.class).packages();
        return () -> all;
    }

    /** Forms and guides by the name of the item. */
    record ItemGuides(Map<String, ItemDerivation.Extra> items) {}

    record PackageFile(List<ShippedPackages.Shipped> packages) {}

    private static String cell(List<String> row, int column) {
        return row.get(column);
    }

    /** The first of a key counts. */
    private static <T> Collector<T, ?, Map<String, T>> byKey(Function<T, String> key) {
        return Collectors.toMap(key, Function.identity(), (a, _) -> a, LinkedHashMap::new);
    }
}

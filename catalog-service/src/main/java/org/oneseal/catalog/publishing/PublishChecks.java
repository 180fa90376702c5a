package org.oneseal.catalog.publishing;

import java.time.LocalDate;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.guide.Conditions;
import org.oneseal.catalog.guide.PackageCodes;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.PublicationChecks;
import org.oneseal.catalog.items.UnitTables;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.stereotype.Component;

/** Finds the checks that hold for an item today, with what they look into. */
@Component
public class PublishChecks {

    private final Departments departments;
    private final PublishRuleBook ruleBook;
    private final UnitTables units;
    private final BasicDirectory matters;
    private final IntermediaryDirectory intermediaries;
    private final SupplyingResources resources;
    private final WorkCalendars calendars;
    private final Conditions conditions;
    private final PackageCodes packages;
    private final CodeSchemes schemes;

    PublishChecks(
            Departments departments,
            PublishRuleBook ruleBook,
            UnitTables units,
            BasicDirectory matters,
            IntermediaryDirectory intermediaries,
            SupplyingResources resources,
            WorkCalendars calendars,
            Conditions conditions,
            PackageCodes packages,
            CodeSchemes schemes) {
        this.departments = departments;
        this.ruleBook = ruleBook;
        this.units = units;
        this.matters = matters;
        this.intermediaries = intermediaries;
        this.resources = resources;
        this.calendars = calendars;
        this.conditions = conditions;
        this.packages = packages;
        this.schemes = schemes;
    }

    /** The checks of an item whose department is registered, by the rules of a day. */
    public PublicationChecks of(Item item, LocalDate day) {
        Department department =
                departments
                        .find(item.department())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no department " + item.department()));
        return of(item.region(), department, day);
    }

    /** The checks of a region and a department that need not be registered yet. */
    public PublicationChecks of(RegionCode region, Department department, LocalDate day) {
        return new PublishRules(
                ruleBook.on(region, day),
                units.on(region, day),
                department,
                matters,
                intermediaries,
                code -> resources.find(code, day),
                calendars.of(region),
                conditions,
                packages,
                schemes.on(region, day));
    }
}

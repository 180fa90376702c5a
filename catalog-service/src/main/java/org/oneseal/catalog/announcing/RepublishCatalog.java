package org.oneseal.catalog.announcing;

import java.time.Instant;
import java.util.List;
import org.oneseal.catalog.calendars.CalendarAnnouncements;
import org.oneseal.catalog.calendars.Calendars;
import org.oneseal.catalog.calendars.YearCalendar;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.DepartmentAnnouncements;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemAnnouncements;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.packages.PackageAnnouncements;
import org.oneseal.catalog.packages.PackageVersion;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.catalog.regions.Region;
import org.oneseal.catalog.regions.RegionAnnouncements;
import org.oneseal.catalog.regions.Regions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces everything in force once more, with the sequence numbers it has, so that a state topic
 * that was lost can be filled again. Nothing changes, and readers that are up to date pass it over.
 */
@Component
public class RepublishCatalog {

    private static final int BATCH = 500;

    private final Regions regions;
    private final RegionAnnouncements regionAnnouncements;
    private final Calendars calendars;
    private final CalendarAnnouncements calendarAnnouncements;
    private final Departments departments;
    private final DepartmentAnnouncements departmentAnnouncements;
    private final Items items;
    private final ItemAnnouncements itemAnnouncements;
    private final Packages packages;
    private final PackageAnnouncements packageAnnouncements;

    RepublishCatalog(
            Regions regions,
            RegionAnnouncements regionAnnouncements,
            Calendars calendars,
            CalendarAnnouncements calendarAnnouncements,
            Departments departments,
            DepartmentAnnouncements departmentAnnouncements,
            Items items,
            ItemAnnouncements itemAnnouncements,
            Packages packages,
            PackageAnnouncements packageAnnouncements) {
        this.regions = regions;
        this.regionAnnouncements = regionAnnouncements;
        this.calendars = calendars;
        this.calendarAnnouncements = calendarAnnouncements;
        this.departments = departments;
        this.departmentAnnouncements = departmentAnnouncements;
        this.items = items;
        this.itemAnnouncements = itemAnnouncements;
        this.packages = packages;
        this.packageAnnouncements = packageAnnouncements;
    }

    /** How many events were announced of each kind. */
    public record Count(int regions, int calendars, int departments, int items, int packages) {}

    @Transactional
    public Count republish(Instant now) {
        return new Count(regions(now), calendars(now), departments(now), items(now), packages(now));
    }

    private int regions(Instant now) {
        int count = 0;
        String after = "";
        List<Region> page;
        do {
            page = regions.list(null, null, after, BATCH);
            regionAnnouncements.listed(page, now);
            count += page.size();
            if (!page.isEmpty()) after = page.getLast().code().value();
        } while (page.size() == BATCH);
        return count;
    }

    private int calendars(Instant now) {
        List<YearCalendar> all = calendars.current();
        for (YearCalendar calendar : all) calendarAnnouncements.published(calendar, now);
        return all.size();
    }

    private int departments(Instant now) {
        int count = 0;
        String after = "";
        List<Department> page;
        do {
            page = departments.list(null, after, BATCH);
            departmentAnnouncements.registered(page, now);
            count += page.size();
            if (!page.isEmpty()) after = page.getLast().code();
        } while (page.size() == BATCH);
        return count;
    }

    private int packages(Instant now) {
        int count = 0;
        String after = "";
        List<String> page;
        do {
            page = packages.publishedAfter(after, BATCH);
            for (String code : page) {
                ServicePackage found = packages.find(code).orElseThrow();
                Department department = departments.find(found.department()).orElseThrow();
                for (PackageVersion version : found.versions()) {
                    packageAnnouncements.state(found, version, department, now);
                    count++;
                }
            }
            if (!page.isEmpty()) after = page.getLast();
        } while (page.size() == BATCH);
        return count;
    }

    private int items(Instant now) {
        int count = 0;
        String after = "";
        List<String> page;
        do {
            page = items.publishedAfter(after, BATCH);
            for (String code : page) {
                Item item = items.find(code).orElseThrow();
                Department department = departments.find(item.department()).orElseThrow();
                for (ItemVersion version : item.versions()) {
                    itemAnnouncements.state(item, version, department, now);
                    count++;
                }
            }
            if (!page.isEmpty()) after = page.getLast();
        } while (page.size() == BATCH);
        return count;
    }
}

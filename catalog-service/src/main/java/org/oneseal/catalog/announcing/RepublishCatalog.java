package org.oneseal.catalog.announcing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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
        return paged(
                after -> regions.list(null, null, after, BATCH),
                region -> region.code().value(),
                page -> {
                    regionAnnouncements.listed(page, now);
                    return page.size();
                });
    }

    private int calendars(Instant now) {
        List<YearCalendar> all = calendars.current();
        for (YearCalendar calendar : all) calendarAnnouncements.published(calendar, now);
        return all.size();
    }

    private int departments(Instant now) {
        return paged(
                after -> departments.list(null, after, BATCH),
                Department::code,
                page -> {
                    departmentAnnouncements.registered(page, now);
                    return page.size();
                });
    }

    private int packages(Instant now) {
        return paged(
                after -> packages.publishedAfter(after, BATCH),
                code -> code,
                page -> page.stream().mapToInt(code -> versions(packages.find(code), now)).sum());
    }

    private int versions(Optional<ServicePackage> found, Instant now) {
        ServicePackage of = found.orElseThrow();
        Department department = departments.find(of.department()).orElseThrow();
        for (PackageVersion version : of.versions()) {
            packageAnnouncements.state(of, version, department, now);
        }
        return of.versions().size();
    }

    private int items(Instant now) {
        return paged(
                after -> items.publishedAfter(after, BATCH),
                code -> code,
                page -> page.stream().mapToInt(code -> states(items.find(code), now)).sum());
    }

    private int states(Optional<Item> found, Instant now) {
        Item of = found.orElseThrow();
        Department department = departments.find(of.department()).orElseThrow();
        for (ItemVersion version : of.versions()) {
            itemAnnouncements.state(of, version, department, now);
        }
        return of.versions().size();
    }

    /** Page by page, each after the last one's key; returns how many were announced. */
    private static <T> int paged(
            Function<String, List<T>> next,
            Function<T, String> key,
            ToIntFunction<List<T>> announce) {
        int count = 0;
        String after = "";
        List<T> page;
        do {
            page = next.apply(after);
            count += announce.applyAsInt(page);
            if (!page.isEmpty()) after = key.apply(page.getLast());
        } while (page.size() == BATCH);
        return count;
    }
}

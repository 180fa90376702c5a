package org.oneseal.catalog.items;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.ItemOutcome.Done;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.stereotype.Component;

/**
 * Where every change to an item passes: loads it, lets it answer, and on success stores it with its
 * history and announces the versions whose state is new, all in the caller's transaction.
 */
@Component
public class ItemDesk {

    private final Items items;
    private final Departments departments;
    private final ItemAnnouncements announcements;
    private final ItemIndex index;

    ItemDesk(
            Items items,
            Departments departments,
            ItemAnnouncements announcements,
            ItemIndex index) {
        this.items = items;
        this.departments = departments;
        this.announcements = announcements;
        this.index = index;
    }

    public static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, WorkCalendar.ZONE);
    }

    /**
     * Does something to an item that is there.
     *
     * @throws NotFound if it is not
     * @throws StaleVersion if it is no longer at the version
     */
    public ItemOutcome change(
            String code,
            long expected,
            Actor actor,
            Instant now,
            Function<Item, ItemOutcome> change) {
        Item item = items.find(code).orElseThrow(() -> new NotFound("item", code));
        if (item.version() != expected) throw new StaleVersion(code, expected);
        return change(item, actor, now, change);
    }

    public ItemOutcome change(
            Item item, Actor actor, Instant now, Function<Item, ItemOutcome> change) {
        ItemOutcome outcome = change.apply(item);
        if (!(outcome instanceof Done(var changed, var changes, var remarks))) return outcome;
        Department department = department(changed.department());
        Item told = changed.announcedSince(item);
        Chain chain = announcements.record(item, told, department, actor, changes, now);
        Item stored = told.at(chain.sequence(), chain.head());
        if (item.version() == 0) items.add(stored);
        else items.save(stored, item.version());
        index.changed(stored, department);
        for (ItemVersion version : stored.versions()) {
            if (stored.isNews(item, version)) {
                announcements.state(stored, version, department, now);
            }
        }
        return new Done(stored, changes, remarks);
    }

    private Department department(String code) {
        return departments
                .find(code)
                .orElseThrow(() -> new IllegalStateException("no department " + code));
    }
}

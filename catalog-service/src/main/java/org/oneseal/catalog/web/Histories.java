package org.oneseal.catalog.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/** Who reads what was done to a thing of the catalog, and in pages, newest first. */
final class Histories {

    private Histories() {}

    /** Entries before a sequence. */
    @FunctionalInterface
    interface Before {

        List<ItemHistory.Entry> entries(long sequence, int limit);
    }

    /**
     * The thing, for the editors of one of its regions and for auditors.
     *
     * @param what it is, for whom it is not there
     * @throws NotFound if it is not there for the caller
     */
    static <T> T readable(
            Caller caller,
            Optional<T> found,
            Function<T, List<RegionCode>> regions,
            String what,
            String code) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR, Role.AUDITOR);
        return found.filter(
                        thing -> regions.apply(thing).stream().anyMatch(at -> mayRead(caller, at)))
                .orElseThrow(() -> new NotFound(what, code));
    }

    private static boolean mayRead(Caller caller, RegionCode region) {
        if (Editing.covers(caller, region)) return true;
        RegionCode within = caller.region();
        return caller.has(Role.AUDITOR) && (within == null || within.contains(region));
    }

    static <V> Page<V> page(PageRequest page, Before before, Function<ItemHistory.Entry, V> view) {
        return Page.of(
                        before.entries(newest(page), page.fetch()),
                        page,
                        entry -> List.of(Long.toString(entry.sequence())))
                .map(view);
    }

    /** Before which sequence a page begins. */
    static long newest(PageRequest page) {
        List<Long> after = page.numbers(1);
        return after.isEmpty() ? Long.MAX_VALUE : after.getFirst();
    }
}

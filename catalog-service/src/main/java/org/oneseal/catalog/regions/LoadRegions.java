package org.oneseal.catalog.regions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the listed regions up to the shipped list; what has not changed is not announced again.
 */
@Component
public class LoadRegions {

    private static final int BATCH = 1000;

    private final Regions regions;
    private final RegionList list;
    private final RegionAnnouncements announcements;

    LoadRegions(Regions regions, RegionList list, RegionAnnouncements announcements) {
        this.regions = regions;
        this.list = list;
        this.announcements = announcements;
    }

    /** Returns how many regions were new or had changed. */
    @Transactional
    public int load(Instant now) {
        Map<RegionCode, Region> known = new HashMap<>();
        for (Region region : all()) known.put(region.code(), region);
        List<Region> changed = new ArrayList<>();
        for (Region listed : list.regions()) {
            Region before = known.get(listed.code());
            if (before == null) changed.add(listed.next(1));
            else if (!before.sameAs(listed)) changed.add(listed.next(before.version() + 1));
        }
        if (!changed.isEmpty()) {
            regions.save(changed);
            announcements.listed(changed, now);
        }
        return changed.size();
    }

    private List<Region> all() {
        List<Region> all = new ArrayList<>();
        String after = "";
        List<Region> page;
        do {
            page = regions.list(null, null, after, BATCH);
            all.addAll(page);
            if (!page.isEmpty()) after = page.getLast().code().value();
        } while (page.size() == BATCH);
        return all;
    }
}

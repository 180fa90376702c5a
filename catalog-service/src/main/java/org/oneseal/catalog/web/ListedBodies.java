package org.oneseal.catalog.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** The bodies that requests name: all of a region, or one of it. */
@Component
class ListedBodies {

    private final Departments departments;
    private final ListedRegions regions;

    ListedBodies(Departments departments, ListedRegions regions) {
        this.departments = departments;
        this.regions = regions;
    }

    /**
     * Where they are: the region that is named, else that of the body, else the nation.
     *
     * @param department code of the body, null for all of the region
     * @throws NotFound if there is no such region, or no such body in it
     */
    RegionCode within(@Nullable String region, @Nullable String department) {
        RegionCode named = region == null ? null : regions.find(region);
        if (department == null) return Objects.requireNonNullElse(named, RegionCode.NATION);
        Department body =
                departments
                        .find(department)
                        .filter(d -> named == null || named.contains(d.region()))
                        .orElseThrow(() -> new NotFound("department", department));
        return body.region();
    }
}

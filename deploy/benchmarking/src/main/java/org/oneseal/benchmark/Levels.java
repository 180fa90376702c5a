package org.oneseal.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.benchmark.measure.Lists;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;

/** Who looks at lists: every privilege level, where there is most and where there is least. */
final class Levels {

    private final Cast cast;
    private final List<RegionCode> places;

    Levels(Cast cast, List<RegionCode> places) {
        this.cast = cast;
        this.places = places;
    }

    List<Lists.Level> all() throws IOException {
        List<Lists.Level> levels = new ArrayList<>();
        levels.add(level("everything, auditor", "auditor", null, null));
        levels.add(level("province, supervisor", "supervisor", "430000000000", null));
        levels.add(level("city, supervisor", "supervisor", "431100000000", null));
        levels.add(level("largest county, supervisor", "supervisor", Cast.REGION, null));
        String county = last(RegionLevel.COUNTY).value();
        levels.add(level("smallest county, supervisor", "supervisor", county, null));
        levels.add(
                level(
                        "smallest town, supervisor",
                        "supervisor",
                        last(RegionLevel.TOWN).value(),
                        null));
        levels.add(
                level(
                        "smallest village, supervisor",
                        "supervisor",
                        last(RegionLevel.VILLAGE).value(),
                        null));
        String department = cast.department();
        for (String role : List.of("window-clerk", "case-officer", "chief-approver")) {
            levels.add(level("largest department, " + role, role, Cast.REGION, department));
            levels.add(
                    level(
                            "smallest department, " + role,
                            role,
                            county,
                            county.substring(0, 6) + department.substring(6)));
        }
        levels.add(
                new Lists.Level("applicant with few", cast.applicantOf("bench-few", Filling.FEW)));
        levels.add(
                new Lists.Level(
                        "applicant with many", cast.applicantOf("bench-many", Filling.MANY)));
        return levels;
    }

    private Lists.Level level(
            String name, String role, @Nullable String region, @Nullable String department)
            throws IOException {
        String account = "bench-" + name.replaceAll("[^a-z]+", "-");
        return new Lists.Level(name, cast.officer(account, role, region, department));
    }

    private RegionCode last(RegionLevel level) {
        return places.stream().filter(p -> p.level() == level).reduce((_, b) -> b).orElseThrow();
    }
}

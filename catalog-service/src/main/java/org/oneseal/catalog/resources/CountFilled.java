package org.oneseal.catalog.resources;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.indicators.Ratio;
import org.oneseal.catalog.resources.DataResources.Filled;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/**
 * How much of the directory the units of a region have filled in (填报完成率), counted anew each time.
 */
@Component
public class CountFilled {

    private final DataResources resources;

    CountFilled(DataResources resources) {
        this.resources = resources;
    }

    /** The units of a region and their entries on a day. */
    public record Rate(List<Filled> units) {

        public long filled() {
            return units.stream().mapToLong(Filled::filled).sum();
        }

        public long due() {
            return units.stream().mapToLong(Filled::due).sum();
        }

        public Optional<Ratio> ratio() {
            return Ratio.of(filled(), due());
        }
    }

    public Rate count(RegionCode within, LocalDate day) {
        return new Rate(resources.filled(within, day));
    }
}

package org.oneseal.catalog.indicators;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.publishing.BasicMatters;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** Measures what is published of a region against the basic directory. */
@Component
public class CoverDirectory {

    private final BasicMatters matters;
    private final ProveFigures figures;

    CoverDirectory(BasicMatters matters, ProveFigures figures) {
        this.matters = matters;
        this.figures = figures;
    }

    /**
     * The coverage of a region and what lies below it.
     *
     * @param department only what this one has published, null for all
     */
    public Coverage cover(RegionCode within, @Nullable String department, LocalDate day) {
        return Coverage.of(matters.of(within), figures.published(within, department, day));
    }
}

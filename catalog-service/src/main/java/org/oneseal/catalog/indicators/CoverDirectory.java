package org.oneseal.catalog.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.publishing.BasicDirectory;
import org.oneseal.catalog.publishing.BasicMatters;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** Measures what is published of a region against the basic directory. */
@Component
public class CoverDirectory {

    private static final String NATIONAL = "00";

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
    public Coverage cover(RegionCode within, @Nullable String department) {
        String province = within.prefix().length() < 2 ? "" : within.prefix().substring(0, 2);
        List<BasicDirectory.Entry> listed =
                matters.all().stream()
                        .filter(
                                entry ->
                                        entry.basicCode().startsWith(NATIONAL)
                                                || entry.basicCode().startsWith(province))
                        .toList();
        return Coverage.of(listed, figures.published(within, department));
    }
}

package org.oneseal.catalog.publishing;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.platform.region.RegionCode;

/** The schemes of codes that hold for a region on a day, at most one a layer. */
public interface CodeSchemes {

    List<CodeScheme> on(RegionCode region, LocalDate day);
}

package org.oneseal.market.admission;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.platform.region.RegionCode;

/** The directory of service types, by region and date; a region inherits from those above it. */
public interface ServiceTypes {

    List<ServiceType> offered(RegionCode region, LocalDate day);
}

package org.oneseal.catalog.regions;

import java.util.List;

/** The list of regions that comes with the service. */
public interface RegionList {

    List<Region> regions();
}

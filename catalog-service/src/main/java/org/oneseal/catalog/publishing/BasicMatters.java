package org.oneseal.catalog.publishing;

import java.util.List;
import org.oneseal.platform.region.RegionCode;

/** The matters of the basic directory (基本目录) that count in a region, in order of their code. */
@FunctionalInterface
public interface BasicMatters {

    List<BasicDirectory.Entry> of(RegionCode region);
}

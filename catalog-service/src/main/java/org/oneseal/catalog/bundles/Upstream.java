package org.oneseal.catalog.bundles;

import org.oneseal.platform.region.RegionCode;

/**
 * Where an upper level keeps its list (上级目录), as an operator has configured it.
 *
 * @param address of its bundle
 * @param region whose list it is
 */
public record Upstream(String name, String address, RegionCode region) {}

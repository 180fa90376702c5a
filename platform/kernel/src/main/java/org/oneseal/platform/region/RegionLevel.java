package org.oneseal.platform.region;

/** Level of a region (行政层级), from the whole country down to a village or community. */
public enum RegionLevel {
    NATION(0),
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    TOWN(9),
    VILLAGE(12);

    private final int digits;

    RegionLevel(int digits) {
        this.digits = digits;
    }

    /** Number of leading digits of a code that name a region of this level: 0, 2, 4, 6, 9 or 12. */
    public int digits() {
        return digits;
    }
}

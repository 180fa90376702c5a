package org.oneseal.catalog.items;

/** Where else one can apply (通办范围): in the county, city, province, beyond it, or nowhere. */
public enum CrossRegion {
    NONE,
    COUNTY,
    CITY,
    PROVINCE,
    CROSS_PROVINCE
}

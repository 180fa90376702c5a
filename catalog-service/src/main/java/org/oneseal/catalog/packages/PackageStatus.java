package org.oneseal.catalog.packages;

/** State of a package: never published, in force, withdrawn for ever. */
public enum PackageStatus {
    DRAFT,
    IN_FORCE,
    WITHDRAWN
}

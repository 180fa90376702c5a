package org.oneseal.catalog.resources;

/** How far an entry of the directory has come. */
public enum ResourceStatus {
    /** 应编目: its unit has to fill it in. */
    DUE,
    /** 已编目. */
    PUBLISHED,
    /** No longer kept; what was said stays. */
    WITHDRAWN
}

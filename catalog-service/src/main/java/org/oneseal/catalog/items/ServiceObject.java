package org.oneseal.catalog.items;

/** Who may apply (服务对象): natural or legal persons. */
public enum ServiceObject {
    NATURAL,
    LEGAL
}

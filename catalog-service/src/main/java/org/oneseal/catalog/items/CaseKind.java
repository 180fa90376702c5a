package org.oneseal.catalog.items;

/** Case kind (办件类型): done on the spot (即办件) or within a promised time (承诺件). */
public enum CaseKind {
    IMMEDIATE,
    PROMISED
}

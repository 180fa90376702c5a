package org.oneseal.catalog.items;

/** State of an item (事项状态): not yet published, in force (在用), suspended (暂停), cancelled (取消). */
public enum ItemStatus {
    DRAFT,
    IN_FORCE,
    SUSPENDED,
    CANCELLED
}

package org.oneseal.catalog.resources;

/** In what form a resource is handed over (共享方式): 接口, 文件, 库表. */
public enum Delivery {
    INTERFACE,
    FILE,
    TABLE
}

package org.oneseal.catalog.delegation;

/**
 * How power is handed on: to a lower level (下放), to a park (园区赋权), by entrustment (委托), by statute
 * to an organisation (授权), or of many bodies to one bureau (相对集中许可权).
 */
public enum DelegationKind {
    HANDED_DOWN,
    PARK,
    ENTRUSTED,
    AUTHORISED,
    CONCENTRATED
}

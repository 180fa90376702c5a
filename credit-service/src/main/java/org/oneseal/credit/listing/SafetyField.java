package org.oneseal.credit.listing;

/** Fields in which breaches stay longer under a regime of repair (重点领域). */
public enum SafetyField {
    FOOD,
    DRUGS,
    SPECIAL_EQUIPMENT,
    WORK_SAFETY,
    FIRE
}

package org.oneseal.credit.listing;

/** How grave the information is (轻微, 一般, 严重): it decides how long it stays at least and most. */
public enum InformationClass {
    MINOR,
    GENERAL,
    SEVERE
}

package org.oneseal.catalog.resources;

/** What allows an element that tells of a person to be used. */
public enum Consent {
    /** Nothing asked for tells of a person. */
    NOT_NEEDED,
    /** 申请人授权: the applicant agrees, case by case. */
    APPLICANT,
    /** A law allows it without being asked; the demand names it. */
    LAW
}

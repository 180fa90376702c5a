package org.oneseal.credit.publicity;

/** What kind of subject holds the licence (行政相对人类别). */
public enum SubjectKind {
    NATURAL,
    LEGAL
}

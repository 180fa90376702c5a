package org.oneseal.catalog.items;

/** Class of promise-based approval (告知承诺): on all conditions, on the non-core ones, or later. */
public enum CommitmentClass {
    NONE,
    FULL,
    NON_CORE,
    POST_SUPPLEMENT
}

package org.oneseal.platform.web;

/** Somebody else was faster: 409, read again and decide anew. */
public final class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleVersion(String id, long expected) {
        super(id + " is no longer at version " + expected);
    }
}

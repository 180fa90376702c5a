package org.oneseal.platform.web;

/** There is no such object, or none that the caller may know of: 404. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound(String what, String id) {
        super(what + " " + id);
    }
}

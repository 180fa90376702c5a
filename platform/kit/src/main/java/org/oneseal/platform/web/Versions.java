package org.oneseal.platform.web;

/** Versions as entity tags. */
public final class Versions {

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}

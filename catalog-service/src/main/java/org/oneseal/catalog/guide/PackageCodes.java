package org.oneseal.catalog.guide;

/** Which packages (一件事) there are, as far as a guide must know. */
@FunctionalInterface
public interface PackageCodes {

    /** Whether a package of that code is published. */
    boolean published(String code);
}

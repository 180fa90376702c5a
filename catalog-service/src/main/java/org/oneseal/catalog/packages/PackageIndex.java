package org.oneseal.catalog.packages;

/** Told of every change of a package, in its transaction, so that searches find what holds now. */
public interface PackageIndex {

    void changed(ServicePackage changed);
}

package org.oneseal.catalog.bundles;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** Whether a file is a bundle that may be taken over. */
public sealed interface BundleReading {

    record Read(Bundle bundle) implements BundleReading {}

    record Refused(List<Objection> objections) implements BundleReading {}
}

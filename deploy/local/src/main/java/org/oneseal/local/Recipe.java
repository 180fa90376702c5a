package org.oneseal.local;

import java.time.Duration;
import org.oneseal.local.process.Child;

/** How one part is prepared, started and known to be ready. */
interface Recipe {

    /** Unpacks, initialises, configures: everything that needs no running process of the part. */
    void prepare();

    Child.Launch launch();

    /** Returns when others can use the part; throws a trouble when it dies or takes too long. */
    void awaitReady(Child child, Duration patience);

    /** How long it may take to end in order. */
    Duration grace();
}

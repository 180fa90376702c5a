package org.oneseal.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.oneseal.local.process.Child;
import org.oneseal.local.process.Trouble;

/** Waits for a child to become ready, and no longer than it lives. */
final class Await {

    private static final long PAUSE_NANOS = 50_000_000;
    private static final int LINES = 20;

    private Await() {}

    static void ready(Child child, Duration patience, BooleanSupplier ready) {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!child.alive()) {
                throw new Trouble(lastWords(child));
            }
            if (System.nanoTime() > end) {
                throw new Trouble(
                        child.name()
                                + " is not ready after "
                                + patience.toSeconds()
                                + " s."
                                + endOfLog(child));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new Trouble("Stopped while " + child.name() + " was starting.");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    static String lastWords(Child child) {
        return child.name() + " died (exit code " + child.exitCode() + ")." + endOfLog(child);
    }

    private static String endOfLog(Child child) {
        StringBuilder text = new StringBuilder(" End of its log, ").append(child.log()).append(":");
        child.endOfLog(LINES).forEach(line -> text.append("\n    | ").append(line));
        return text.toString();
    }
}

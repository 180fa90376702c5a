package org.oneseal.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.oneseal.local.process.Child;
import org.oneseal.local.process.ProcessMarks;
import org.oneseal.local.process.Trouble;

/**
 * A part of the platform that was started: its process can be ended in order, killed, restarted.
 */
public final class Running {

    private final Part part;
    private final int port;
    private final Recipe recipe;
    private final ProcessMarks marks;
    private final Consumer<Child> died;
    private final Duration patience;
    private Child child;

    private Running(
            Part part,
            int port,
            Recipe recipe,
            ProcessMarks marks,
            Consumer<Child> died,
            Duration patience,
            Child child) {
        this.part = part;
        this.port = port;
        this.recipe = recipe;
        this.marks = marks;
        this.died = died;
        this.patience = patience;
        this.child = child;
    }

    static Running start(
            Part part,
            int port,
            Recipe recipe,
            ProcessMarks marks,
            Consumer<Child> died,
            Duration patience) {
        recipe.prepare();
        Child child = Child.start(recipe.launch(), marks, died);
        Running running = new Running(part, port, recipe, marks, died, patience, child);
        try {
            recipe.awaitReady(child, patience);
        } catch (Trouble trouble) {
            running.stop();
            throw trouble;
        }
        return running;
    }

    public Part part() {
        return part;
    }

    public int port() {
        return port;
    }

    public synchronized String name() {
        return child.name();
    }

    /** The process itself; of PostgreSQL the postmaster. */
    public synchronized long pid() {
        return child.pid();
    }

    public synchronized Path log() {
        return child.log();
    }

    public synchronized boolean alive() {
        return child.alive();
    }

    /** Ends it in order and returns when it has gone. */
    public synchronized void stop() {
        child.stop(recipe.grace());
        marks.remove(child.name());
    }

    /** Ends it as a crash would (SIGKILL) and returns when it has gone. */
    public synchronized void kill() {
        child.kill();
        marks.remove(child.name());
    }

    /** Starts it anew and returns when it is ready; stops it first if it still runs. */
    public synchronized void restart() {
        if (child.alive()) {
            stop();
        }
        child = Child.start(recipe.launch(), marks, died);
        recipe.awaitReady(child, patience);
    }
}

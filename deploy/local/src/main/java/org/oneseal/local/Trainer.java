package org.oneseal.local;

import java.util.List;
import org.oneseal.local.process.ProcessMarks;
import org.oneseal.local.process.Trouble;

/**
 * Trains one service after another behind the running platform, so that the first start is not kept
 * waiting and the later ones are fast.
 */
final class Trainer implements AutoCloseable {

    private final Thread thread;

    Trainer(List<Training> trainings, ProcessMarks marks) {
        this.thread = Thread.ofVirtual().name("trainer").start(() -> train(trainings, marks));
    }

    private static void train(List<Training> trainings, ProcessMarks marks) {
        for (Training training : trainings) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                training.run(marks);
            } catch (Trouble _) {
                return;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

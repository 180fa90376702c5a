package org.oneseal.cases.queue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.queue.Queue.WindowFigures;
import org.oneseal.cases.queue.Queue.Task;

/**
 * How the windows of a hall share the work of a day, and which one might be moved (预审窗口动态调整). It
 * only proposes; people move windows.
 *
 * @param mostPercent how much of the other task's work a window may have before one is proposed
 */
public record Rebalancing(List<Share> shares, @Nullable Move proposal, int mostPercent) {

    public Rebalancing {
        shares = List.copyOf(shares);
    }

    /**
     * A window's part of all busy seconds, as an exact fraction; null below where nobody worked.
     */
    public record Share(String window, long busySeconds, @Nullable Long ofAllSeconds) {}

    /** One window of a task that has less work a window should do the other. */
    public record Move(String window, Task from, Task to) {}

    public static Rebalancing of(List<WindowFigures> figures, int mostPercent) {
        long all = figures.stream().mapToLong(WindowFigures::busySeconds).sum();
        List<Share> shares =
                figures.stream()
                        .map(f -> new Share(f.window(), f.busySeconds(), all == 0 ? null : all))
                        .toList();
        return new Rebalancing(shares, proposal(figures, mostPercent).orElse(null), mostPercent);
    }

    /** Where a window of one task has more than so much of the other's work, and one can spare. */
    private static Optional<Move> proposal(List<WindowFigures> figures, int mostPercent) {
        for (Task idle : Task.values()) {
            Task busy = idle == Task.ACCEPT ? Task.PRE_REVIEW : Task.ACCEPT;
            List<WindowFigures> spare = open(figures, idle);
            List<WindowFigures> pressed = open(figures, busy);
            if (spare.size() < 2 || pressed.isEmpty()) continue;
            long idleLoad = seconds(spare) * pressed.size();
            long busyLoad = seconds(pressed) * spare.size();
            if (100 * busyLoad > mostPercent * idleLoad) {
                return spare.stream()
                        .min(
                                Comparator.comparingLong(WindowFigures::busySeconds)
                                        .thenComparing(WindowFigures::window))
                        .map(f -> new Move(f.window(), idle, busy));
            }
        }
        return Optional.empty();
    }

    private static List<WindowFigures> open(List<WindowFigures> figures, Task task) {
        return figures.stream().filter(f -> f.open() && f.task() == task).toList();
    }

    private static long seconds(List<WindowFigures> figures) {
        return figures.stream().mapToLong(WindowFigures::busySeconds).sum();
    }
}

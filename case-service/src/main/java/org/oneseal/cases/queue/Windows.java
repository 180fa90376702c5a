package org.oneseal.cases.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.queue.Queue.WindowFigures;
import org.oneseal.cases.queue.Queue.Hall;
import org.oneseal.cases.queue.Queue.Task;
import org.oneseal.cases.queue.Queue.Window;

/** All windows, and what they did. */
public interface Windows {

    /** False where the hall has a window of that name. */
    boolean addWindow(Window window, Instant now);

    void changeWindow(String id, Task task, boolean open, Instant now);

    Optional<Window> window(String id);

    List<Window> windows(Hall hall);

    List<WindowFigures> figures(Hall hall, LocalDate day);

    int waiting(Hall hall, LocalDate day);
}

package org.oneseal.benchmark.measure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.oneseal.story.Desk;

/** The tokens of those who call: fetched once, renewed beside the load before they end. */
public final class Staff implements AutoCloseable {

    private static final int RENEWED_SECONDS = 45;

    private final Desk desk;
    private final Map<Desk.Person, String> headers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService renewal =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    public Staff(Desk desk) {
        this.desk = desk;
        renewal.scheduleWithFixedDelay(
                this::renew, RENEWED_SECONDS, RENEWED_SECONDS, TimeUnit.SECONDS);
    }

    /** The line that names the caller. */
    String header(Desk.Person person) {
        return headers.computeIfAbsent(person, this::fetched);
    }

    private void renew() {
        for (Desk.Person person : List.copyOf(headers.keySet())) {
            headers.put(person, fetched(person));
        }
    }

    private String fetched(Desk.Person person) {
        return "Authorization: Bearer " + desk.token(person) + "\r\n";
    }

    @Override
    public void close() {
        renewal.shutdownNow();
    }
}

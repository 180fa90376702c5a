package org.oneseal.local;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oneseal.local.process.Trouble;

/**
 * Starts parts side by side, each when those it needs are ready, and no more services at once than
 * there are processors.
 */
final class Startup {

    private final Semaphore slots =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Consumer<Part> start;
    private volatile boolean failed;

    private Startup(Consumer<Part> start) {
        this.start = start;
    }

    /**
     * Returns when all parts are ready.
     *
     * @param parts in an order in which no part comes before one that it needs
     * @param start starts a part and returns when it is ready
     */
    static void of(List<Part> parts, Consumer<Part> start) {
        Startup startup = new Startup(start);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            startup.run(parts, threads);
        }
    }

    private void run(List<Part> parts, ExecutorService threads) {
        Map<Part, CompletableFuture<Void>> started = new EnumMap<>(Part.class);
        for (Part part : parts) {
            CompletableFuture<?>[] before =
                    needs(part).stream()
                            .map(started::get)
                            .filter(Objects::nonNull)
                            .toArray(CompletableFuture<?>[]::new);
            started.put(
                    part,
                    CompletableFuture.allOf(before).thenRunAsync(() -> inTurn(part), threads));
        }
        try {
            firstFailureOf(started).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(threads);
            throw new Trouble("Stopped while starting.", e);
        } catch (ExecutionException e) {
            giveUp(threads);
            throw trouble(e);
        }
    }

    private static Set<Part> needs(Part part) {
        return switch (part) {
            // The gateway asks Keycloak for its keys with the first token.
            case POSTGRES, KAFKA, GATEWAY -> EnumSet.noneOf(Part.class);
            case KEYCLOAK -> EnumSet.of(Part.POSTGRES);
            default -> EnumSet.of(Part.POSTGRES, Part.KAFKA);
        };
    }

    private void inTurn(Part part) {
        if (!part.isService()) {
            start.accept(part);
            return;
        }
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped before " + part.title() + " was started.", e);
        }
        try {
            if (!failed) start.accept(part);
        } finally {
            slots.release();
        }
    }

    /** Ends when all are ready, or with the first that fails, without waiting for the others. */
    private static CompletableFuture<Void> firstFailureOf(
            Map<Part, CompletableFuture<Void>> started) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        CompletableFuture.allOf(started.values().toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> outcome.complete(null));
        started.values()
                .forEach(
                        one ->
                                one.whenComplete(
                                        (_, failure) -> {
                                            if (failure != null) {
                                                outcome.completeExceptionally(failure);
                                            }
                                        }));
        return outcome;
    }

    private void giveUp(ExecutorService threads) {
        failed = true;
        threads.shutdownNow();
    }

    private static RuntimeException trouble(ExecutionException failure) {
        @Nullable Throwable cause = failure.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof Trouble trouble
                ? trouble
                : new IllegalStateException("The platform could not be started", cause);
    }
}

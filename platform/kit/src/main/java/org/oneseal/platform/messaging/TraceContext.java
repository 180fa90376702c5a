package org.oneseal.platform.messaging;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace of the current thread, carried from the request through the outbox to consumers.
 */
class TraceContext {

    /** Of so many traces a batch tells that it belongs to them. */
    private static final int MOST_ORIGINS = 32;

    private final @Nullable Tracer tracer;

    TraceContext(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** The current {@code traceparent}, null where nothing is traced. */
    @Nullable String current() {
        if (tracer == null) return null;
        Span span = tracer.currentSpan();
        if (span == null) return null;
        var context = span.context();
        return "00-%s-%s-%s"
                .formatted(
                        context.traceId(),
                        context.spanId(),
                        Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
    }

    /**
     * Runs the work as part of the trace that its events came with; events of several traces are
     * one piece of work of its own, which names them.
     */
    void continued(Collection<@Nullable String> traceparents, String name, Runnable work) {
        List<io.micrometer.tracing.TraceContext> origins = origins(traceparents);
        if (tracer == null || origins.isEmpty()) {
            work.run();
            return;
        }
        Span.Builder builder = tracer.spanBuilder().name(name);
        if (origins.size() == 1) {
            builder.setParent(origins.getFirst());
        } else {
            builder.setNoParent();
            origins.forEach(origin -> builder.addLink(new Link(origin)));
        }
        Span span = builder.start();
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private List<io.micrometer.tracing.TraceContext> origins(
            Collection<@Nullable String> traceparents) {
        if (tracer == null) return List.of();
        List<io.micrometer.tracing.TraceContext> origins = new ArrayList<>();
        for (String traceparent : new LinkedHashSet<>(traceparents)) {
            String[] parts = traceparent == null ? new String[0] : traceparent.split("-");
            if (parts.length != 4) continue;
            origins.add(
                    tracer.traceContextBuilder()
                            .traceId(parts[1])
                            .spanId(parts[2])
                            .sampled("01".equals(parts[3]))
                            .build());
            if (origins.size() == MOST_ORIGINS) break;
        }
        return origins;
    }
}

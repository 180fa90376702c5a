package org.oneseal.platform.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace of the current thread, carried from the request through the outbox to consumers.
 */
class TraceContext {

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

    /** Runs the work as part of the trace that the event came with. */
    void continued(@Nullable String traceparent, String name, Runnable work) {
        String[] parts = traceparent == null ? new String[0] : traceparent.split("-");
        if (tracer == null || parts.length != 4) {
            work.run();
            return;
        }
        var parent =
                tracer.traceContextBuilder()
                        .traceId(parts[1])
                        .spanId(parts[2])
                        .sampled("01".equals(parts[3]))
                        .build();
        Span span = tracer.spanBuilder().setParent(parent).name(name).start();
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }
}

package org.oneseal.benchmark.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.oneseal.story.Desk;

/**
 * A case from application to result in four calls: the applicant submits, a clerk accepts and
 * decides, the applicant reads. That is all an item decided on the spot (即办件) takes.
 */
public final class Lifecycle {

    /** The four calls, in order. */
    public enum Call {
        SUBMIT,
        ACCEPT,
        DECIDE,
        READ
    }

    private static final byte[] GRANTED = "{\"granted\":true}".getBytes(StandardCharsets.UTF_8);
    private static final String CASES = "/api/v1/cases";

    private final Staff staff;
    private final Desk.Person applicant;
    private final Desk.Person clerk;
    private final byte[] application;

    /**
     * @param application the body that is submitted
     */
    public Lifecycle(Staff staff, Desk.Person applicant, Desk.Person clerk, String application) {
        this.staff = staff;
        this.applicant = applicant;
        this.clerk = clerk;
        this.application = application.getBytes(StandardCharsets.UTF_8);
    }

    /** Hears of every answer. */
    @FunctionalInterface
    interface Listener {
        void heard(Call call, @Nullable String caseId, Wire.Answer answer, long nanos);
    }

    /** Goes through one; false where a call was not granted, which ends it. */
    boolean run(Wire wire, Listener listener) throws IOException {
        Wire.Answer submitted =
                timed(wire, listener, Call.SUBMIT, null, "POST", CASES, applicant, null);
        if (!submitted.ok()) return false;
        String path = path(Objects.requireNonNull(submitted.location()));
        String id = path.substring(CASES.length() + 1);
        Wire.Answer accepted =
                timed(
                        wire,
                        listener,
                        Call.ACCEPT,
                        id,
                        "POST",
                        path + "/acceptance",
                        clerk,
                        submitted.etag());
        if (!accepted.ok()) return false;
        Wire.Answer decided =
                timed(
                        wire,
                        listener,
                        Call.DECIDE,
                        id,
                        "POST",
                        path + "/decision",
                        clerk,
                        accepted.etag());
        if (!decided.ok()) return false;
        return timed(wire, listener, Call.READ, id, "GET", path, applicant, null).ok();
    }

    private Wire.Answer timed(
            Wire wire,
            Listener listener,
            Call call,
            @Nullable String id,
            String method,
            String path,
            Desk.Person who,
            @Nullable String version)
            throws IOException {
        var headers = new StringBuilder(staff.header(who));
        if (method.equals("POST")) {
            headers.append("Idempotency-Key: ").append(key()).append("\r\n");
        }
        if (version != null) headers.append("If-Match: ").append(version).append("\r\n");
        byte[] body =
                switch (call) {
                    case SUBMIT -> application;
                    case DECIDE -> GRANTED;
                    case ACCEPT, READ -> null;
                };
        long begin = System.nanoTime();
        Wire.Answer answer = wire.call(method, path, headers.toString(), body);
        long nanos = System.nanoTime() - begin;
        String about =
                call == Call.SUBMIT && answer.location() != null
                        ? path(answer.location()).substring(CASES.length() + 1)
                        : id;
        listener.heard(call, about, answer, nanos);
        return answer;
    }

    private static String key() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return Long.toHexString(random.nextLong()) + "-" + Long.toHexString(random.nextLong());
    }

    private static String path(String location) {
        return Desk.pathOf(location);
    }
}

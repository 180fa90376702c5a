package org.oneseal.supervision.retrospect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.oneseal.platform.objection.Objection;

/**
 * A log as it is unpacked, whose size is watched: a few packed bytes may stand for more than any
 * machine holds. No event may be larger than a megabyte, nor the whole larger than four gigabytes.
 */
final class Measured extends FilterInputStream {

    private static final long MOST = 4L << 30;
    private static final long LARGEST_EVENT = 1L << 20;

    private long all;
    private long sinceEvent;
    private long events;

    Measured(InputStream unpacked) {
        super(unpacked);
    }

    /** An event came to its end. */
    void event() {
        events++;
        sinceEvent = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) count(1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) count(read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    /** What was counted is not read twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        all += bytes;
        sinceEvent += bytes;
        if (sinceEvent > LARGEST_EVENT) {
            throw new LogFault(
                    Objection.of("log-event-too-large", events, LARGEST_EVENT >> 20).at("/log"));
        }
        if (all > MOST) throw new LogFault(Objection.of("log-too-large", MOST >> 30).at("/log"));
    }
}

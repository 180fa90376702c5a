package org.oneseal.supervision.retrospect;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads logs of one format, event by event; never holds more than a case. */
public interface LogReader {

    LogMapping.Format format();

    /**
     * @throws LogFault if the log is not what the mapping says
     */
    void read(InputStream log, LogMapping mapping, Consumer<RawEvent> events) throws IOException;
}

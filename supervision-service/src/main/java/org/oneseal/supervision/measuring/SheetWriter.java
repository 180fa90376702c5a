package org.oneseal.supervision.measuring;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a sheet in one file format. */
public interface SheetWriter {

    /** Its name in requests, such as csv. */
    String format();

    String mediaType();

    /** Writes the sheet; the stream stays open. */
    void write(Sheet sheet, OutputStream out) throws IOException;
}

package org.oneseal.cases.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes in parts and may be resumed where the line broke (断点续传).
 *
 * @param size of the whole, as announced
 * @param digest of the whole, as announced; what comes must have it
 * @param partSize of every part but the last
 */
public record Upload(
        String id,
        String caseId,
        @Nullable String materialCode,
        String fileName,
        long size,
        String digest,
        int partSize,
        String begunBy,
        Instant begunAt) {

    public int parts() {
        return (int) ((size + partSize - 1) / partSize);
    }

    /**
     * @param number from 1
     */
    public int sizeOf(int number) {
        return number < parts() ? partSize : (int) (size - (long) partSize * (parts() - 1));
    }

    public List<Integer> missing(Set<Integer> there) {
        List<Integer> missing = new ArrayList<>();
        for (int i = 1; i <= parts(); i++) if (!there.contains(i)) missing.add(i);
        return missing;
    }
}

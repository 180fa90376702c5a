package org.oneseal.cases.documents;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of files that are let in, told by their first bytes and never by their name. */
public enum FileKind {
    PDF("application/pdf", new int[] {0x25, 0x50, 0x44, 0x46, 0x2D}),
    PNG("image/png", new int[] {0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A}),
    JPEG("image/jpeg", new int[] {0xFF, 0xD8, 0xFF}),
    /** A zip container; OFD (GB/T 33190) is one. */
    OFD("application/ofd", new int[] {0x50, 0x4B, 0x03, 0x04});

    private final String mediaType;
    private final int[] signature;

    FileKind(String mediaType, int[] signature) {
        this.mediaType = mediaType;
        this.signature = signature;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<FileKind> of(byte[] content) {
        for (FileKind kind : values()) if (kind.matches(content)) return Optional.of(kind);
        return Optional.empty();
    }

    private boolean matches(byte[] content) {
        if (content.length < signature.length) return false;
        for (int i = 0; i < signature.length; i++) {
            if ((content[i] & 0xFF) != signature[i]) return false;
        }
        return this != OFD || names(content, "OFD.xml");
    }

    /** Whether a zip container has an entry of this name near its beginning or in its directory. */
    private static boolean names(byte[] content, String entry) {
        byte[] name = entry.getBytes(StandardCharsets.US_ASCII);
        outer:
        for (int i = 0; i <= content.length - name.length; i++) {
            for (int j = 0; j < name.length; j++) {
                if (content[i + j] != name[j]) continue outer;
            }
            return true;
        }
        return false;
    }
}

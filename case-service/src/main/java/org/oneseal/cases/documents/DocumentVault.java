package org.oneseal.cases.documents;

/** Keeps bytes by their digest; the same content is kept once. */
public interface DocumentVault {

    void keep(String digest, byte[] content);

    /**
     * @throws java.io.UncheckedIOException if it is gone or cannot be read
     */
    byte[] read(String digest);
}

package org.oneseal.cases.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.oneseal.cases.documents.DocumentVault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files named by their digest, in 256 folders; written aside and moved into place. */
@Component
class FileVault implements DocumentVault {

    private final Path root;

    FileVault(@Value("${oneseal.cases.documents}") Path root) {
        this.root = root;
    }

    @Override
    public void keep(String digest, byte[] content) {
        Path place = place(digest);
        if (Files.exists(place)) return;
        try {
            Files.createDirectories(place.getParent());
            Path aside = Files.createTempFile(place.getParent(), "in", ".part");
            Files.write(aside, content);
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String digest) {
        try {
            return Files.readAllBytes(place(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        if (!hex.matches("[0-9a-f]{32,128}")) throw new IllegalArgumentException("not a digest");
        return root.resolve(hex.substring(0, 2)).resolve(hex);
    }
}

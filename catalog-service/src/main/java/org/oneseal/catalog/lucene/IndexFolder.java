package org.oneseal.catalog.lucene;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the files of one index lie as long as it lives. */
final class IndexFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String NAME = "oneseal-search-";

    private final Path folder;
    private final FSDirectory directory;

    private IndexFolder(Path folder) throws IOException {
        this.folder = folder;
        this.directory = new MMapDirectory(folder);
    }

    /** A new one within a folder, where those left by replicas that were killed go first. */
    static IndexFolder within(Path parent) throws IOException {
        Files.createDirectories(parent);
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, NAME + "*")) {
            for (Path other : others) removeIfLeft(other);
        }
        return new IndexFolder(Files.createTempDirectory(parent, NAME));
    }

    FSDirectory directory() {
        return directory;
    }

    /** One that is in use is locked; one without a lock yet is just being made. */
    private static void removeIfLeft(Path folder) {
        if (!Files.exists(folder.resolve(IndexWriter.WRITE_LOCK_NAME))) return;
        try (FSDirectory left = new MMapDirectory(folder)) {
            left.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
            remove(folder);
        } catch (LockObtainFailedException e) {
            LOG.debug("{} is in use", folder);
        } catch (IOException e) {
            LOG.info("{} stays: {}", folder, e.toString());
        }
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public void close() throws IOException {
        directory.close();
        remove(folder);
    }
}

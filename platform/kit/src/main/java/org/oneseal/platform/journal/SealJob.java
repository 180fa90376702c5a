package org.oneseal.platform.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.MerkleTree;
import org.oneseal.platform.evidence.Seal;
import org.oneseal.platform.journal.JdbcHistory.Position;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.region.RegionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what is not sealed yet and gives the seals away: to the topic {@code oneseal.seals.v1} and,
 * where one is named, into a folder that somebody else keeps.
 */
public class SealJob {

    /** Where every service's seals are announced; outsiders subscribe and keep them. */
    public static final String TOPIC = "oneseal.seals.v1";

    private static final Logger log = LoggerFactory.getLogger(SealJob.class);

    private final JdbcSeals seals;
    private final Announcements announcements;
    private final KeyRing keys;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final String service;
    private final @Nullable Path outside;
    private final int batch;

    SealJob(
            JdbcSeals seals,
            Announcements announcements,
            KeyRing keys,
            PlatformTransactionManager transactions,
            InstantSource time,
            String service,
            String outside,
            int batch) {
        this.seals = seals;
        this.announcements = announcements;
        this.keys = keys;
        this.transactions = new TransactionTemplate(transactions);
        this.time = time;
        this.service = service;
        this.outside = outside.isBlank() ? null : Path.of(outside);
        this.batch = batch;
    }

    /**
     * Seals everything that is final by now, in as many seals as the batch size asks for.
     *
     * @return how many seals were made; 0 where there was nothing new or another replica is at it
     */
    @Scheduled(
            initialDelayString = "${oneseal.seal.interval:60s}",
            fixedDelayString = "${oneseal.seal.interval:60s}")
    public int seal() {
        int made = 0;
        while (Boolean.TRUE.equals(transactions.execute(_ -> sealOne()))) made++;
        if (outside != null) giveAway(outside);
        return made;
    }

    private boolean sealOne() {
        if (!seals.lock()) return false;
        JdbcSeals.Kept last = seals.last();
        Position after = last == null ? Position.START : last.through();
        JdbcSeals.Batch unsealed = seals.unsealed(after, batch);
        if (unsealed.rows() == 0) return false;
        Seal seal =
                Seal.sign(
                        keys,
                        service,
                        last == null ? 1 : last.seal().number() + 1,
                        last == null ? null : last.seal().hash(),
                        MerkleTree.over(keys.profile(), unsealed.heads()).root(),
                        unsealed.heads().size(),
                        time.instant());
        seals.keep(seal, after, unsealed.last());
        announcements.announce(
                List.of(
                        new Announcement(
                                TOPIC,
                                service,
                                service + ".sealed",
                                service,
                                seal.number(),
                                seal.sealedAt(),
                                RegionCode.NATION.value(),
                                null,
                                seal)));
        return true;
    }

    /** Writes the seals the folder does not have; one that is there is never written again. */
    private void giveAway(Path folder) {
        try {
            Files.createDirectories(folder);
            long number = lastIn(folder);
            List<Seal> missing;
            while (!(missing = seals.after(number, 200)).isEmpty()) {
                for (Seal seal : missing) {
                    try {
                        Files.write(
                                folder.resolve("%s-%012d.json".formatted(service, seal.number())),
                                EventJson.writer()
                                        .writeValueAsString(seal)
                                        .getBytes(StandardCharsets.UTF_8),
                                StandardOpenOption.CREATE_NEW);
                    } catch (FileAlreadyExistsException e) {
                        log.debug("Another replica has written seal {}", seal.number());
                    }
                    number = seal.number();
                }
            }
        } catch (IOException e) {
            log.warn("Seals can't be given to {}, tried again later: {}", folder, e.toString());
        }
    }

    private long lastIn(Path folder) throws IOException {
        String start = service + "-";
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(Pattern.quote(start) + "\\d{12}\\.json"))
                    .mapToLong(
                            name ->
                                    Long.parseLong(
                                            name.substring(start.length(), start.length() + 12)))
                    .max()
                    .orElse(0);
        }
    }
}

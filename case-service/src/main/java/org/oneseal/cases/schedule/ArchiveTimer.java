package org.oneseal.cases.schedule;

import java.time.InstantSource;
import java.util.Objects;
import org.oneseal.cases.archive.Archive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves finished cases into the archive, in small transactions, until none is left. */
@Component
class ArchiveTimer {

    private static final Logger log = LoggerFactory.getLogger(ArchiveTimer.class);
    private static final int BATCH = 500;

    private final Archive archive;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    ArchiveTimer(Archive archive, TransactionTemplate transactions, InstantSource time) {
        this.archive = archive;
        this.transactions = transactions;
        this.time = time;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "${oneseal.cases.archive:PT6H}")
    void run() {
        int all = 0;
        int moved;
        do {
            moved =
                    Objects.requireNonNull(
                            transactions.execute(_ -> archive.move(time.instant(), BATCH)));
            all += moved;
        } while (moved == BATCH);
        if (all > 0) log.info("{} finished cases went into the archive", all);
    }
}

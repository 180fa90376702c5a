package org.oneseal.cases.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.oneseal.cases.calendars.Recount;
import org.oneseal.cases.calendars.Recounts;
import org.oneseal.cases.consultation.LapseConsultation;
import org.oneseal.cases.correction.CloseSilent;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.HandleByTimer;
import org.oneseal.cases.intake.DeemAccepted;
import org.oneseal.cases.limits.RebaseCase;
import org.oneseal.cases.promises.LapsePromise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The timers. A case that fails is told in the log and does not hold up the others. */
@Component
class CaseTimers {

    private static final Logger log = LoggerFactory.getLogger(CaseTimers.class);
    private static final int BATCH = 200;

    /** A decree concerns every open case of a region; these are written together. */
    private static final int COUNTED_TOGETHER = 500;

    /** In so many lanes a replica counts at a time. */
    private static final int COUNTING = 2;

    /** Longer than any replica remembers a calendar after another one was published. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Cases cases;
    private final HandleByTimer handleByTimer;
    private final RebaseCase rebaseCase;
    private final Recounts recounts;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    CaseTimers(
            Cases cases,
            HandleByTimer handleByTimer,
            RebaseCase rebaseCase,
            Recounts recounts,
            TransactionTemplate transactions,
            InstantSource time) {
        this.cases = cases;
        this.handleByTimer = handleByTimer;
        this.rebaseCase = rebaseCase;
        this.recounts = recounts;
        this.transactions = transactions;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${oneseal.cases.timers}")
    void deemAccepted() {
        Instant now = time.instant();
        List<String> silent =
                Objects.requireNonNull(transactions.execute(_ -> cases.silentUntil(now, BATCH)));
        each(silent, "deemed accepted", id -> handleByTimer.handle(DeemAccepted.RULE, id, now));
    }

    /** Lapsed promises, silent applicants and departments that do not answer. */
    @Scheduled(fixedDelayString = "${oneseal.cases.timers}")
    void recordWhatIsDue() {
        Instant now = time.instant();
        List<String> due =
                Objects.requireNonNull(transactions.execute(_ -> cases.timerDueUntil(now, BATCH)));
        each(
                due,
                "taken on by the timer",
                id -> {
                    handleByTimer.handle(LapsePromise.RULE, id, now);
                    handleByTimer.handle(CloseSilent.RULE, id, now);
                    handleByTimer.handle(LapseConsultation.RULE, id, now);
                });
    }

    private void each(List<String> ids, String what, Consumer<String> act) {
        for (String id : ids) {
            try {
                transactions.executeWithoutResult(_ -> act.accept(id));
            } catch (RuntimeException e) {
                log.error("Case {} could not be {}", id, what, e);
            }
        }
    }

    /** When there is something to count, several do. */
    @Scheduled(fixedDelayString = "${oneseal.cases.timers}")
    void recount() {
        if (!oneBatch()) return;
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < COUNTING; i++) lanes.execute(this::allBatches);
        }
    }

    private void allBatches() {
        try {
            boolean more = true;
            while (more) more = oneBatch();
        } catch (RuntimeException e) {
            log.error("A recount pauses", e);
        }
    }

    /** A transaction each: what was counted stays counted when it stops. */
    private boolean oneBatch() {
        return Boolean.TRUE.equals(transactions.execute(_ -> recountBatch()));
    }

    private boolean recountBatch() {
        Instant now = time.instant();
        Recount recount = recounts.take(now).orElse(null);
        if (recount == null) return false;
        switch (recount.stage()) {
            case ALL -> {
                var ids = recounts.concerned(recount, COUNTED_TOGETHER);
                if (ids.isEmpty()) recounts.settle(recount, now.plus(REMEMBERED));
                else count(recount, ids, now);
            }
            case SETTLED -> recounts.awaitWriters(recount);
            case WRITTEN_SINCE -> {
                var ids = recounts.writtenSince(recount, COUNTED_TOGETHER);
                if (ids.isEmpty()) recounts.done(recount);
                else count(recount, ids, now);
            }
        }
        return true;
    }

    private void count(Recount recount, List<String> ids, Instant now) {
        rebaseCase.rebaseAll(ids, recount.decree(), now);
        recounts.goOn(recount, ids.getLast());
    }
}

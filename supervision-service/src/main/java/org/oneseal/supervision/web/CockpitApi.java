package org.oneseal.supervision.web;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Problems;
import org.oneseal.supervision.supervising.CardSheet;
import org.oneseal.supervision.supervising.Register;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live cockpit: cards as they are issued, within the caller's scope, as server-sent events.
 * Whatever replica issues a card, every replica's listeners see it.
 */
@RestController
class CockpitApi {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int BEATS_BETWEEN_SIGNS_OF_LIFE = 20;
    private static final int LISTENERS = 200;
    private static final int BATCH = 500;

    private static final Logger log = LoggerFactory.getLogger(CockpitApi.class);

    /** A card that commits late must still be seen: each look goes back a little. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final Register register;
    private final InstantSource time;
    private final Problems problems;
    private final Semaphore seats = new Semaphore(LISTENERS);
    private volatile boolean closing;

    CockpitApi(Register register, InstantSource time, Problems problems) {
        this.register = register;
        this.time = time;
        this.problems = problems;
    }

    @GetMapping(path = "/api/v1/cockpit")
    ResponseEntity<?> cockpit(Caller caller) {
        caller.require(
                Role.SUPERVISOR,
                Role.AUDITOR,
                Role.PLATFORM_OPERATOR,
                Role.CHIEF_APPROVER,
                Role.CASE_OFFICER,
                Role.WINDOW_CLERK);
        if (!seats.tryAcquire()) {
            return problems.answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    List.of(Objection.of("cockpit-full", LISTENERS)));
        }
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Listener listener = new Listener(emitter, Sights.of(caller), time.instant());
        emitter.onCompletion(() -> listener.gone = true);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> listener.gone = true);
        Thread.ofVirtual().name("cockpit").start(listener);
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(emitter);
    }

    @PreDestroy
    void close() {
        closing = true;
    }

    /** One open stream. */
    private final class Listener implements Runnable {
        private final SseEmitter emitter;
        private final Register.Sight sight;
        private Set<String> sent = Set.of();
        private final Instant from;
        private Instant since;
        volatile boolean gone;

        Listener(SseEmitter emitter, Register.Sight sight, Instant since) {
            this.emitter = emitter;
            this.sight = sight;
            this.from = since;
            this.since = since;
        }

        @Override
        public void run() {
            int beats = 0;
            try {
                emitter.send(SseEmitter.event().comment("cockpit"));
                while (!gone && !closing) {
                    look();
                    if (++beats % BEATS_BETWEEN_SIGNS_OF_LIFE == 0) {
                        emitter.send(SseEmitter.event().comment("alive"));
                    }
                    LockSupport.parkNanos(PACE.toNanos());
                }
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                gone = true;
            } catch (RuntimeException e) {
                // The answer has begun, so no problem can be told: who listens connects again.
                log.warn("A cockpit is cut off", e);
                emitter.complete();
            } finally {
                seats.release();
            }
        }

        /** All that is new, however much: at the close of business cards come by the thousand. */
        private void look() throws IOException {
            Instant back = since.minus(OVERLAP);
            Set<String> issued =
                    new LinkedHashSet<>(
                            register.issuedSince(sight, back.isBefore(from) ? from : back));
            List<String> unsent = issued.stream().filter(id -> !sent.contains(id)).toList();
            for (int begun = 0; begun < unsent.size(); begun += BATCH) {
                int end = Math.min(unsent.size(), begun + BATCH);
                for (CardSheet card : register.cards(sight, unsent.subList(begun, end))) {
                    emitter.send(SseEmitter.event().id(card.id()).name("card-issued").data(card));
                    if (card.issuedAt().isAfter(since)) since = card.issuedAt();
                }
            }
            sent = issued;
        }
    }
}

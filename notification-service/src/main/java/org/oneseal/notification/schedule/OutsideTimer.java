package org.oneseal.notification.schedule;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.oneseal.notification.feed.EventLog;
import org.oneseal.notification.mail.DispatchEmails;
import org.oneseal.notification.mail.Emails;
import org.oneseal.notification.webhooks.Deliveries;
import org.oneseal.notification.webhooks.DispatchWebhooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due, a moment after it is. */
@Component
class OutsideTimer implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OutsideTimer.class);

    private final DispatchWebhooks webhooks;
    private final DispatchEmails emails;
    private final Deliveries deliveries;
    private final Emails sent;
    private final EventLog events;
    private final InstantSource time;
    private final Duration logKept;
    private final Duration settledKept;
    private final ExecutorService rounds = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean webhooksGoing = new AtomicBoolean();
    private final AtomicBoolean emailsGoing = new AtomicBoolean();

    OutsideTimer(
            DispatchWebhooks webhooks,
            DispatchEmails emails,
            Deliveries deliveries,
            Emails sent,
            EventLog events,
            InstantSource time,
            @Value("${oneseal.notification.log-kept:400d}") Duration logKept,
            @Value("${oneseal.notification.settled-kept:30d}") Duration settledKept) {
        this.webhooks = webhooks;
        this.emails = emails;
        this.deliveries = deliveries;
        this.sent = sent;
        this.events = events;
        this.time = time;
        this.logKept = logKept;
        this.settledKept = settledKept;
    }

    @Scheduled(fixedDelayString = "${oneseal.notification.webhooks.beat:200ms}")
    void bringEvents() {
        round("webhooks", webhooksGoing, webhooks::dispatch);
    }

    @Scheduled(fixedDelayString = "${oneseal.notification.smtp.beat:1s}")
    void postEmails() {
        round("e-mail", emailsGoing, emails::dispatch);
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT6H")
    void forget() {
        deliveries.forget(time.instant().minus(settledKept));
        sent.forget(time.instant().minus(settledKept));
        events.forget(time.instant().minus(logKept));
    }

    private void round(String what, AtomicBoolean going, Runnable dispatch) {
        if (!going.compareAndSet(false, true)) return;
        rounds.execute(
                () -> {
                    try {
                        dispatch.run();
                    } catch (RuntimeException e) {
                        log.warn("{}: waits for the next beat: {}", what, e.toString());
                    } finally {
                        going.set(false);
                    }
                });
    }

    @Override
    public void destroy() {
        rounds.close();
    }
}

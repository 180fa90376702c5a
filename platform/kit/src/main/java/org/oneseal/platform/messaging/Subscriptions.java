package org.oneseal.platform.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the service's subscriptions, a consumer thread each, and rebuilds them on request. A
 * generation names the consumer group, so a database that begins anew reads its topics from the
 * beginning, and a rebuild reaches every replica.
 */
public class Subscriptions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    private static final Duration IDLE = Duration.ofSeconds(1);

    /** How long the broker may take to hand over what it has. */
    private static final Duration GATHER = Duration.ofMillis(3);

    /** How often one that waits for others looks whether they are done. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    /** So many events are worth a round of their own. */
    private static final int ENOUGH = 500;

    /** How soon a new topic of a family is found. */
    private static final Properties NEW_TOPICS = new Properties();

    static {
        NEW_TOPICS.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "1500");
    }

    private final Map<String, Subscription> byName = new LinkedHashMap<>();
    private final Map<String, SubscriptionRunner> runners = new LinkedHashMap<>();
    private final List<Loop> loops = new ArrayList<>();
    private final ConsumerFactory<String, byte[]> consumers;
    private final JdbcTemplate jdbc;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final String service;
    private final EventFeeds feeds;
    private final Duration pace;
    private volatile boolean running;

    Subscriptions(
            List<Subscription> subscriptions,
            java.util.function.Function<Subscription, SubscriptionRunner> runner,
            ConsumerFactory<String, byte[]> consumers,
            JdbcTemplate jdbc,
            Inbox inbox,
            TransactionTemplate transactions,
            InstantSource time,
            String service,
            EventFeeds feeds,
            Duration pace) {
        this.consumers = consumers;
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.transactions = transactions;
        this.time = time;
        this.service = service;
        this.feeds = feeds;
        this.pace = pace;
        for (Subscription s : subscriptions) {
            if (byName.put(s.name(), s) != null) {
                throw new IllegalStateException("two subscriptions named " + s.name());
            }
            runners.put(s.name(), runner.apply(s));
        }
        checkOrder();
    }

    private void checkOrder() {
        for (Subscription s : byName.values()) {
            for (String first : s.after()) {
                Subscription other = byName.get(first);
                if (other == null || !other.after().isEmpty()) {
                    throw new IllegalStateException(
                            s.name() + " can't wait for " + first + ": not there, or waits itself");
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
        for (Subscription s : byName.values()) {
            for (int i = 0; i < s.threads(); i++) start(s, i);
        }
    }

    private void start(Subscription s, int number) {
        Loop loop = new Loop(s, Objects.requireNonNull(runners.get(s.name())), number == 0);
        loops.add(loop);
        String name = "subscription-" + s.name() + (number == 0 ? "" : "-" + number);
        loop.thread = Thread.ofPlatform().name(name).start(loop);
    }

    @Override
    public void stop() {
        running = false;
        loops.forEach(Loop::wake);
        for (Loop loop : loops) {
            try {
                Thread thread = loop.thread;
                if (thread != null) thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        loops.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the relay stops, so that events announced by the last batch still go out. */
    @Override
    public int getPhase() {
        return 100;
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** True if the subscription has read everything that was there when it began. */
    public boolean isCaughtUp(String name) {
        return jdbc.queryForList(
                        "SELECT caught_up FROM inbox_subscription WHERE subscription = ?",
                        Boolean.class,
                        name)
                .contains(true);
    }

    /**
     * Empties what the subscription built and reads everything again from the beginning.
     *
     * @throws java.util.NoSuchElementException if there is no such subscription
     */
    public void rebuild(String name) {
        Subscription subscription = byName.get(name);
        if (subscription == null) throw new java.util.NoSuchElementException(name);
        transactions.executeWithoutResult(
                _ -> {
                    jdbc.update(
                            """
                            UPDATE inbox_subscription
                               SET generation = ?, started_at = ?, feed_cursor = NULL,
                                   caught_up = false
                             WHERE subscription = ?
                            """,
                            newGeneration(),
                            now(),
                            name);
                    inbox.forget(name);
                    subscription.reset();
                });
        loops.forEach(Loop::wake);
    }

    /** Handles the parked events of a key again; see {@link SubscriptionRunner#replay}. */
    public int replay(String name, String key) {
        SubscriptionRunner runner = runners.get(name);
        if (runner == null) throw new java.util.NoSuchElementException(name);
        return runner.replay(key);
    }

    private String generation(String name) {
        jdbc.update(
                """
                INSERT INTO inbox_subscription (subscription, generation, started_at)
                VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """,
                name,
                newGeneration(),
                now());
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "SELECT generation FROM inbox_subscription WHERE subscription = ?",
                        String.class,
                        name));
    }

    private static String newGeneration() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    /** The thread of one subscription. */
    private final class Loop implements Runnable {
        private final Subscription subscription;
        private final SubscriptionRunner runner;

        /** It alone reads what was there before. */
        private final boolean first;

        private volatile @Nullable Consumer<String, byte[]> consumer;
        volatile @Nullable Thread thread;

        Loop(Subscription subscription, SubscriptionRunner runner, boolean first) {
            this.subscription = subscription;
            this.runner = runner;
            this.first = first;
        }

        void wake() {
            Consumer<String, byte[]> current = consumer;
            if (current != null) current.wakeup();
            LockSupport.unpark(thread);
        }

        @Override
        public void run() {
            while (running) {
                try {
                    consume(generation(subscription.name()));
                } catch (WakeupException | SubscriptionRunner.Outdated e) {
                    log.debug("{} begins again", subscription.name());
                } catch (RuntimeException | Error e) {
                    if (!running) return;
                    log.warn("{} pauses: {}", subscription.name(), e.toString());
                    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                }
            }
        }

        /** True when everything was read that this one has to wait for; false when stopped. */
        private boolean isItsTurn() {
            while (running) {
                if (subscription.after().stream().allMatch(Subscriptions.this::isCaughtUp)
                        && (first || isCaughtUp(subscription.name()))) {
                    return true;
                }
                LockSupport.parkNanos(A_MOMENT.toNanos());
            }
            return false;
        }

        private void consume(String generation) {
            if (!isItsTurn()) return;
            if (first) feeds.catchUp(subscription, runner, generation);
            String group = service + "." + subscription.name() + "." + generation;
            TopicFamily family = TopicFamily.of(subscription.topic()).orElse(null);
            try (Consumer<String, byte[]> kafka =
                    consumers.createConsumer(group, "", null, family == null ? null : NEW_TOPICS)) {
                consumer = kafka;
                Gate gate = family == null ? null : new Gate(subscription, family, kafka);
                if (family == null) kafka.subscribe(List.of(subscription.topic()));
                else kafka.subscribe(family.names());
                boolean caughtUp = isCaughtUp(subscription.name());
                Pace rounds = new Pace(pace);
                while (running) {
                    if (gate != null) gate.reopen();
                    var batch = next(kafka, rounds);
                    if (!batch.isEmpty()) {
                        rounds.begin();
                        runner.take(generation, gate == null ? batch : gate.admitted(batch));
                        kafka.commitSync();
                    }
                    // A family may have no topic yet: then everything that was there was read.
                    if (!caughtUp
                            && batch.size() < ENOUGH
                            && (family != null || !kafka.assignment().isEmpty())) {
                        caughtUp = atEnd(kafka);
                    }
                }
            } finally {
                consumer = null;
            }
        }

        /** At once what comes after a pause; else what has come together until its time. */
        private List<ConsumerRecord<String, byte @Nullable []>> next(
                Consumer<String, byte[]> kafka, Pace rounds) {
            List<ConsumerRecord<String, byte @Nullable []>> batch = new ArrayList<>();
            boolean more = add(kafka.poll(IDLE), batch);
            if (!more || batch.size() >= ENOUGH || !rounds.await()) return batch;
            while (more && batch.size() < ENOUGH) more = add(kafka.poll(GATHER), batch);
            return batch;
        }

        private boolean add(
                ConsumerRecords<String, byte[]> records,
                List<ConsumerRecord<String, byte @Nullable []>> batch) {
            for (ConsumerRecord<String, byte @Nullable []> record : records) batch.add(record);
            return !records.isEmpty();
        }

        private boolean atEnd(Consumer<String, byte[]> kafka) {
            var ends = kafka.endOffsets(kafka.assignment());
            boolean atEnd =
                    ends.entrySet().stream()
                            .allMatch(end -> kafka.position(end.getKey()) >= end.getValue());
            if (atEnd) {
                jdbc.update(
                        "UPDATE inbox_subscription SET caught_up = true WHERE subscription = ?",
                        subscription.name());
            }
            return atEnd;
        }
    }
}

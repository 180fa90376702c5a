package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.notification.SubscribingSystem.NOW;
import static org.oneseal.notification.SubscribingSystem.PATH;
import static org.oneseal.notification.SubscribingSystem.newCase;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import tools.jackson.databind.JsonNode;

/** A department's system that is down, slow or gone loses nothing and holds up nobody. */
@PlatformTest
class FailingEndStory extends ReachableService {

    @AutoClose private SubscribingSystem system;

    @BeforeEach
    void aSystemOnATuesday() {
        system = new SubscribingSystem(http, tokens, topics, clock, jdbc);
    }

    @Test
    void aSubscriberDownForADayLosesNothingAndGetsEachEventOnceInEffect() {
        String id = system.subscribe();
        system.receiver.answer = _ -> 503;
        int events = 0;
        for (int hour = 0; hour < 24; hour++) {
            for (int i = 1; i <= 2; i++) {
                system.happens("down-" + system.department + "-" + i, hour + 1);
                events++;
            }
            system.awaitLogged(events);
            clock.advance(Duration.ofHours(1));
        }
        await().until(() -> !system.receiver.calls.isEmpty());
        assertThat(system.receiver.effects).isEmpty();

        // taken, but the answer is lost now and then: the event comes again
        var flaky = new AtomicInteger();
        system.receiver.answer = _ -> flaky.incrementAndGet() % 7 == 0 ? -500 : 200;
        int expected = events;
        await().atMost(Patience.SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            resumeIfPaused(id);
                            clock.advance(Duration.ofMinutes(5));
                            return system.receiver.effects.size() == expected;
                        });
        assertThat(new HashSet<>(system.receiver.effects)).hasSize(expected);
        system.assertOrderPerKey();
        assertThat(system.dead(id)).isEmpty();
    }

    @Test
    void aTimeoutASlowDownAndAServerErrorAreTriedAgainAndEverythingElseIsNot() {
        String id = system.subscribe();
        String refused = newCase();
        String slowed = newCase();
        system.receiver.answer =
                call -> {
                    if (call.key().equals(refused)) return 422;
                    if (call.key().equals(slowed)) return 429;
                    return 200;
                };
        system.happens(refused, 1);
        system.happens(refused, 2);
        await().until(() -> system.dead(id).size() == 1);
        assertThat(system.callsOf(refused)).isEqualTo(1);
        JsonNode letter = system.dead(id).getFirst();
        assertThat(letter.path("lastStatus").asInt()).isEqualTo(422);

        system.receiver.answerHeaders = Map.of("Retry-After", "600");
        system.happens(slowed, 1);
        await().until(() -> system.callsOf(slowed) == 1);
        // The call was heard; what it was answered is noted a moment later, by the clock of then.
        await().until(() -> rests(id));
        clock.advance(Duration.ofSeconds(590));
        String other = newCase();
        system.happens(other, 1);
        system.awaitLogged(4);
        assertThat(system.callsOf(other)).as("the whole subscription rests").isZero();
        system.receiver.answerHeaders = Map.of();
        system.receiver.answer = _ -> 200;
        clock.advance(Duration.ofSeconds(20));
        await().until(() -> system.callsOf(other) == 1 && system.callsOf(slowed) == 2);
        assertThat(system.callsOf(refused)).as("its key is stopped").isEqualTo(1);

        String path = PATH + "/" + id + "/dead-letters/" + letter.path("number").asLong();
        var retried = http.post(path + "/retry", system.token(), null);
        assertThat(retried.status()).as(retried.text()).isEqualTo(200);
        await().until(() -> system.callsOf(refused) == 3);
        assertThat(system.dead(id)).isEmpty();
        assertThat(http.post(path + "/retry", system.token(), null).status()).isEqualTo(404);
    }

    @Test
    void aDeadLetterIsDismissedAndItsKeyGoesOn() {
        String id = system.subscribe();
        String key = newCase();
        system.receiver.answer = call -> call.sequence() == 1 ? 400 : 200;
        system.happens(key, 1);
        system.happens(key, 2);
        await().until(() -> system.dead(id).size() == 1);
        long number = system.dead(id).getFirst().path("number").asLong();
        assertThat(
                        http.post(
                                        PATH + "/" + id + "/dead-letters/" + number + "/dismiss",
                                        system.operator(),
                                        null)
                                .status())
                .isEqualTo(200);
        await().until(() -> system.receiver.effects.size() == 1);
        assertThat(system.receiver.calls.stream().filter(c -> c.answered() == 200).toList())
                .extracting(Receiver.Call::sequence)
                .containsExactly(2L);
    }

    @Test
    void anEndThatFailsForADayIsPausedAndOneThatIsGoneAtOnce() {
        String id = system.subscribe();
        system.receiver.answer = _ -> 500;
        system.happens(newCase(), 1);
        await().atMost(Patience.SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            clock.advance(Duration.ofMinutes(30));
                            return system.state(id).equals("PAUSED");
                        });
        JsonNode view = system.view(id);
        assertThat(view.path("pauseCause").asString()).isEqualTo("FAILING");
        assertThat(clock.instant()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(system.dead(id)).isEmpty();
        await().until(() -> told("subscription-paused", id) == 1);

        system.happens(newCase(), 1);
        system.receiver.answer = _ -> 200;
        assertThat(system.change(id, "resume", null).status()).isEqualTo(200);
        await().until(() -> system.receiver.effects.size() == 2);
        system.receiver.answer = _ -> 410;
        system.happens(newCase(), 1);
        await().until(() -> system.state(id).equals("PAUSED"));
        assertThat(system.view(id).path("pauseCause").asString()).isEqualTo("GONE");
    }

    private void resumeIfPaused(String id) {
        if (system.state(id).equals("PAUSED")) system.change(id, "resume", null);
    }

    private long told(String event, String id) {
        return topics.all("oneseal.notification.v1").stream()
                .filter(m -> Objects.equals(m.key(), id))
                .filter(
                        m ->
                                ("org.oneseal.notification." + event)
                                        .equals(m.headers().get("ce_type")))
                .peek(
                        m ->
                                Contracts.of("notification-service")
                                        .assertValid(
                                                event,
                                                EventJson.reader()
                                                        .readTree(
                                                                Objects.requireNonNull(m.value()))))
                .count();
    }

    private boolean rests(String id) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "SELECT count(*) = 1 FROM webhook_health WHERE webhook = ? AND rest_until IS NOT NULL",
                        Boolean.class,
                        id));
    }
}

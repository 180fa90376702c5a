package org.oneseal.credit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.testkit.Contracts;
import tools.jackson.databind.JsonNode;

/** Everything that cases publish today can be read here. */
class ConsumedContractsTest {

    @Test
    void everySampleOfTheCaseServiceIsRead() {
        Contracts.of("case-service")
                .samples()
                .forEach(
                        (name, data) ->
                                assertThat(FromCases.read(event("org.oneseal.cases." + name, data)))
                                        .as(name)
                                        .isNotNull());
    }

    @Test
    void aDecisionBringsWhatARecordNeeds() {
        JsonNode sample =
                Objects.requireNonNull(Contracts.of("case-service").samples().get("decided"));
        FromCases read = FromCases.read(event("org.oneseal.cases.decided", sample));

        assertThat(read).isInstanceOf(FromCases.Decided.class);
        FromCases.Decided decided = (FromCases.Decided) read;
        assertThat(decided.granted()).isTrue();
        assertThat(decided.publicity()).isTrue();
        assertThat(decided.about().itemType()).isEqualTo("01");
        assertThat(decided.decisionNumber()).isNotBlank();
        assertThat(decided.authority().name()).isNotBlank();
        assertThat(decided.subjectName()).isNotBlank();
    }

    /** The case service's own samples where they are published, else the agreed shape. */
    @Test
    void thePromiseIsRead() {
        var samples = Contracts.of("case-service").samples();
        JsonNode promised = samples.get("promised");
        org.junit.jupiter.api.Assumptions.assumeTrue(promised != null, "not published yet");
        FromCases.Promised made =
                (FromCases.Promised) FromCases.read(event("org.oneseal.cases.promised", promised));
        assertThat(made.promise().promiseId()).isNotBlank();
        assertThat(made.promise().textHash()).isNotBlank();
        assertThat(made.about().party()).isNotBlank();
        assertThat(made.promise().materials()).isNotEmpty().allMatch(m -> m.due() != null);
        FromCases.PromiseFulfilled fulfilled =
                (FromCases.PromiseFulfilled)
                        FromCases.read(
                                event(
                                        "org.oneseal.cases.promise-fulfilled",
                                        Objects.requireNonNull(samples.get("promise-fulfilled"))));
        assertThat(fulfilled.promiseId()).isNotBlank();
        assertThat(fulfilled.material()).isNotBlank();
        assertThat(fulfilled.handedInAt()).isNotNull();
        FromCases.PromiseOverdue overdue =
                (FromCases.PromiseOverdue)
                        FromCases.read(
                                event(
                                        "org.oneseal.cases.promise-overdue",
                                        Objects.requireNonNull(samples.get("promise-overdue"))));
        assertThat(overdue.promiseId()).isNotBlank();
        assertThat(overdue.materials()).isNotEmpty().doesNotContainNull();
    }

    private static IncomingEvent event(String type, JsonNode data) {
        return new IncomingEvent(
                "e1",
                type,
                "urn:oneseal:test",
                "k1",
                "k1",
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                "431103000000",
                null,
                data);
    }
}

package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.events.CaseEvent;
import org.oneseal.cases.events.DossierEvent;
import org.oneseal.cases.events.ExchangeEvent;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;

class ContractsTest {

    private final Contracts contracts = Contracts.of("case-service");

    @Test
    void everyEventIsWrittenAsItsSampleAndKeepsToItsSchema() {
        Map<String, Class<?>> events = events();

        assertThat(contracts.schemas()).isEqualTo(events.keySet());
        assertThat(contracts.samples().keySet()).isEqualTo(events.keySet());
        events.forEach(
                (name, type) -> {
                    Object event =
                            EventJson.reader().treeToValue(contracts.samples().get(name), type);
                    assertThat(type(event)).isEqualTo("cases." + name);
                    contracts.assertProduces(name, event);
                });
    }

    @Test
    void theAsyncDocumentNamesEveryEvent() {
        String document = contracts.document("asyncapi.yaml");

        assertThat(events().keySet())
                .allSatisfy(
                        name ->
                                assertThat(document)
                                        .contains("org.oneseal.cases." + name + "\n")
                                        .contains("./events/v1/" + name + ".schema.json"));
    }

    /** Event name by the sealed type itself, so that a new event cannot be forgotten. */
    private Map<String, Class<?>> events() {
        Map<String, Class<?>> events = new TreeMap<>();
        for (Class<?> type :
                Stream.of(CaseEvent.class, DossierEvent.class, ExchangeEvent.class)
                        .flatMap(c -> Stream.of(c.getPermittedSubclasses()))
                        .toList()) {
            String name =
                    type.getSimpleName()
                            .replaceFirst("^Case", "")
                            .replaceAll("(?<!^)([A-Z])", "-$1")
                            .toLowerCase(Locale.ROOT);
            events.put(name, type);
        }
        return events;
    }

    private static String type(Object event) {
        return switch (event) {
            case CaseEvent e -> e.eventType();
            case DossierEvent e -> e.eventType();
            default -> ((ExchangeEvent) event).eventType();
        };
    }
}

package org.oneseal.supervision.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.supervision.supervising.News;
import org.oneseal.supervision.watching.CaseFact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every sample that other services publish is understood, also with members nobody knows yet. */
class FromOthersTest {

    /** About a source or what it told wrongly: no clock moves. */
    private static final Set<String> NO_FACT =
            Set.of(
                    "exchange-conflict",
                    "exchange-conflict-settled",
                    "exchange-rejection-dismissed",
                    "source-registered",
                    "assigned",
                    "opinion-given",
                    "extension-requested",
                    "extension-refused",
                    "co-sign-requested",
                    "co-signed",
                    "consultation-overdue",
                    "supplement-requested",
                    "supplemented",
                    "corrected-on-the-spot",
                    "paper-issued",
                    "certificate-status-changed",
                    "certificate-replaced",
                    "certificate-used",
                    "document-added",
                    "result-acknowledged",
                    "filed");

    @Test
    void every_case_event_published_is_a_fact() {
        Set<String> kinds = new TreeSet<>();
        for (Map.Entry<String, JsonNode> sample :
                Contracts.of("case-service").samples().entrySet()) {
            if (NO_FACT.contains(sample.getKey())) {
                assertThat(FromCase.read(event("cases", sample))).isEmpty();
                continue;
            }
            News news = FromCase.read(event("cases", sample)).orElseThrow();
            kinds.add(news.fact().getClass().getSimpleName());
            assertThat(news.head().region().value()).isEqualTo("431103000000");
            assertThat(news.head().fed()).isFalse();
        }
        assertThat(kinds)
                .contains("Submitted", "Accepted", "Suspended", "Resumed", "Decided", "Finished")
                .contains("Consulted", "ConsultationEnded");
    }

    @Test
    void an_acceptance_carries_limits_and_a_special_procedure_its_announced_length() {
        Map<String, JsonNode> samples = Contracts.of("case-service").samples();
        for (Map.Entry<String, JsonNode> sample : samples.entrySet()) {
            if (NO_FACT.contains(sample.getKey())) continue;
            CaseFact fact = FromCase.read(event("cases", sample)).orElseThrow().fact();
            switch (fact) {
                case CaseFact.Accepted accepted -> {
                    assertThat(accepted.legal()).isNotNull();
                    assertThat(accepted.promised()).isNotNull();
                }
                case CaseFact.Suspended suspended ->
                        assertThat(suspended.announcedDays()).isPositive();
                default -> {}
            }
        }
    }

    @Test
    void an_unknown_case_event_is_no_fact() {
        JsonNode data = Contracts.of("case-service").samples().get("accepted");
        assertThat(FromCase.read(event("cases", Map.entry("never-heard-of", data)))).isEmpty();
    }

    @Test
    void the_catalog_s_calendars_and_items_are_understood() {
        Map<String, JsonNode> samples = Contracts.of("catalog-service").samples();
        CalendarEvents.FromCalendar calendar =
                event("catalog", Map.entry("calendar-published", samples.get("calendar-published")))
                        .as(CalendarEvents.FromCalendar.class);
        assertThat(calendar.holidays()).isNotEmpty();
        assertThat(calendar.officeHours()).isNotEmpty();
        ItemEvents.FromItem item =
                event("catalog", Map.entry("item-published", samples.get("item-published")))
                        .as(ItemEvents.FromItem.class);
        assertThat(item.norm().legal()).isNotNull();
    }

    @Test
    void what_waits_to_be_made_public_and_what_the_market_waits_for_are_milestones() {
        Set<String> awaited = new TreeSet<>();
        for (String service : List.of("credit-service", "intermediary-market-service")) {
            for (Map.Entry<String, JsonNode> sample : Contracts.of(service).samples().entrySet()) {
                var news =
                        service.equals("credit-service")
                                ? PublicityEvents.read(event("credit", sample))
                                : MarketEvents.read(event("market", sample));
                news.ifPresent(
                        n -> {
                            if (n.fact() instanceof CaseFact.Milestone m && m.awaits() != null) {
                                awaited.add(sample.getKey() + " " + m.awaits() + " " + m.by());
                            }
                        });
            }
        }
        assertThat(awaited)
                .containsExactly(
                        "commissioned result-delivered 2026-12-11",
                        "drawn selection-confirmed 2026-11-26",
                        "record-opened record-published 2026-12-03",
                        "selection-confirmed commissioned 2026-12-03");
    }

    private static IncomingEvent event(String service, Map.Entry<String, JsonNode> sample) {
        ObjectNode data = (ObjectNode) sample.getValue().deepCopy();
        data.put("memberOfTomorrow", "ignored");
        Instant at = Instant.parse("2026-11-22T02:00:00Z");
        return new IncomingEvent(
                "id",
                "org.oneseal." + service + "." + sample.getKey(),
                "urn:test",
                "key",
                "key",
                1,
                at,
                at,
                "431103000000",
                "431103-SJ",
                data);
    }
}

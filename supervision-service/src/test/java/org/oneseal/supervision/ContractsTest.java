package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.supervision.events.CardAcknowledged;
import org.oneseal.supervision.events.CardAppealed;
import org.oneseal.supervision.events.CardClosed;
import org.oneseal.supervision.events.CardIssued;
import org.oneseal.supervision.events.CardRectified;
import org.oneseal.supervision.events.CardRef;
import org.oneseal.supervision.events.CardRevocationProposed;
import org.oneseal.supervision.events.CardRevocationWithdrawn;
import org.oneseal.supervision.events.CardRevoked;
import org.oneseal.supervision.events.CardUpheld;
import org.oneseal.supervision.events.SupervisionEvent;

/** What is sent is what is published. */
class ContractsTest {

    private static final Contracts CONTRACTS = Contracts.of("supervision-service");

    private static final CardRef REF =
            new CardRef(
                    "431103-01kanp7c2m8v4q6y0zr3d5t9wb.case.case-yellow-promise",
                    "431103-01kanp7c2m8v4q6y0zr3d5t9wb.case",
                    "431103-01kanp7c2m8v4q6y0zr3d5t9wb",
                    "11431103006321454U4430125001000202611180007",
                    "食品经营许可（新办）",
                    "YELLOW",
                    "431103-SJ",
                    "431103-01kanp6z1h5s7x9b2d4f6g8j0k");

    private static final List<SupervisionEvent> EVENTS =
            List.of(
                    new CardIssued(
                            REF.cardId(),
                            REF.watchId(),
                            REF.caseId(),
                            REF.caseNumber(),
                            "11431103006321454U4430125001000",
                            REF.itemName(),
                            "CASE",
                            "YELLOW",
                            new CardIssued.Rule("case-yellow-promise", 1, "行政效能电子监察 超承诺时限"),
                            Instant.parse("2026-11-25T16:00:00Z"),
                            Instant.parse("2026-11-25T09:00:00Z"),
                            "PT7H",
                            "431103-SJ",
                            List.of("case-officer", "chief-approver"),
                            REF.party(),
                            null),
                    new CardAcknowledged(REF, "officer-tang"),
                    new CardRectified(REF, "officer-tang", "已办结并致歉"),
                    new CardAppealed(REF, "officer-tang", "系统故障导致超时"),
                    new CardUpheld(REF, "supervisor-he", "故障不影响办理"),
                    new CardRevoked(REF, "supervisor-he", "迟到的事实证明按时办结", "LATE_FACT"),
                    new CardClosed(REF, "supervisor-he"),
                    new CardRevocationProposed(REF, "LATE_FACT"),
                    new CardRevocationWithdrawn(REF));

    @Test
    void every_event_is_written_as_its_sample_and_keeps_to_its_schema() {
        for (SupervisionEvent event : EVENTS) {
            CONTRACTS.assertProduces(event.type().substring("supervision.".length()), event);
        }
        assertThat(CONTRACTS.schemas()).hasSameSizeAs(EVENTS);
        assertThat(EVENTS).hasSameSizeAs(SupervisionEvent.class.getPermittedSubclasses());
    }

    @Test
    void every_event_is_in_the_asynchronous_contract() {
        String document = CONTRACTS.document("asyncapi.yaml");
        for (SupervisionEvent event : EVENTS) {
            assertThat(document).contains("org.oneseal." + event.type());
        }
    }

    @Test
    void every_objection_has_a_text_in_both_languages() throws Exception {
        var chinese = new TreeSet<>(texts("/messages.properties").stringPropertyNames());
        var english = new TreeSet<>(texts("/messages_en.properties").stringPropertyNames());
        assertThat(chinese).isEqualTo(english);
        for (String code :
                List.of(
                        "card-state-forbids",
                        "card-reason-missing",
                        "card-reason-too-long",
                        "card-blue-not-appealable",
                        "card-appealed-already",
                        "card-appeal-too-late",
                        "card-reviewer-involved",
                        "card-revocation-without-cause",
                        "card-revocation-not-proposed",
                        "region-invalid",
                        "period-invalid",
                        "grouping-unknown",
                        "cockpit-full")) {
            assertThat(chinese).contains("objection." + code);
        }
    }

    private static Properties texts(String name) throws Exception {
        Properties texts = new Properties();
        try (var in = ContractsTest.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return texts;
    }
}

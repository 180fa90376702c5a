package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.supervision.events.CardAcknowledged;
import org.oneseal.supervision.events.CardAppealed;
import org.oneseal.supervision.events.CardClosed;
import org.oneseal.supervision.events.CardDismissed;
import org.oneseal.supervision.events.CardIssued;
import org.oneseal.supervision.events.CardRectified;
import org.oneseal.supervision.events.CardRef;
import org.oneseal.supervision.events.CardRevocationProposed;
import org.oneseal.supervision.events.CardRevocationWithdrawn;
import org.oneseal.supervision.events.CardRevoked;
import org.oneseal.supervision.events.CardUpheld;
import org.oneseal.supervision.events.MatterTold;
import org.oneseal.supervision.events.RuleEnded;
import org.oneseal.supervision.events.RuleSet;
import org.oneseal.supervision.events.SupervisionEvent;
import org.oneseal.supervision.events.TermSet;

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
                            null,
                            "RULE",
                            null,
                            null,
                            Instant.parse("2026-11-30T09:30:00Z")),
                    new CardAcknowledged(REF, "officer-tang"),
                    new CardRectified(REF, "officer-tang", "已办结并致歉"),
                    new CardAppealed(REF, "officer-tang", "系统故障导致超时"),
                    new CardUpheld(REF, "supervisor-he", "故障不影响办理"),
                    new CardRevoked(REF, "supervisor-he", "迟到的事实证明按时办结", "LATE_FACT"),
                    new CardClosed(REF, "supervisor-he"),
                    new CardRevocationProposed(REF, "LATE_FACT"),
                    new CardRevocationWithdrawn(REF),
                    new CardDismissed(REF, "supervisor-he", "系统切换期间，不予发牌"),
                    new RuleSet(
                            "case-blue",
                            2,
                            "431103000000",
                            null,
                            "CASE",
                            "BLUE",
                            "REMAINING",
                            3,
                            "WORKING_DAY",
                            "promisedDays >= 4 && !immediate",
                            10,
                            "冷水滩区行政效能电子监察办法",
                            List.of("case-officer", "window-clerk"),
                            "OFFICE_HOURS",
                            LocalDate.of(2026, 12, 1),
                            null,
                            "supervisor-he"),
                    new RuleEnded(
                            "case-blue",
                            2,
                            "431103000000",
                            LocalDate.of(2026, 12, 31),
                            "恢复全国统一规则",
                            "supervisor-he"),
                    new TermSet(
                            "TICKET",
                            "signed",
                            "431103000000",
                            1,
                            "WORKING_DAY",
                            "冷水滩区热线工单办理办法",
                            LocalDate.of(2026, 12, 1),
                            null,
                            "supervisor-he"),
                    new MatterTold(
                            "431103-01kanp8d3n9w5r7z1as4e6u0xc",
                            "DISCLOSURE",
                            "冷水滩依申请〔2026〕12号",
                            "申请公开某地块征收补偿方案",
                            "431103000000",
                            "431103-SJ",
                            1,
                            "received",
                            "answered",
                            null,
                            LocalDate.of(2026, 12, 16)));

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
        Set<String> raised = raised();
        assertThat(raised).hasSizeGreaterThan(30);
        assertThat(chinese).containsAll(raised);
    }

    /** Every code that the sources name. */
    private static Set<String> raised() throws Exception {
        Pattern code = Pattern.compile("Objection\\.of\\(\\s*\"([a-z-]+)\"");
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                code.matcher(Files.readString(source))
                        .results()
                        .forEach(m -> codes.add("objection." + m.group(1)));
            }
        }
        return codes;
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

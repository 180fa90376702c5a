package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.node.ObjectNode;

/** Messages by e-mail, through a real SMTP server, for those who asked and proved their address. */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class EmailStory extends ReachableService {

    private static final String PATH = "/api/v1/email-consents/mine";
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static GreenMail server = server();

    @Autowired Subscriptions subscriptions;

    private final String party = "431103-" + UUID.randomUUID();
    private final String address =
            "zhang." + UUID.randomUUID().toString().substring(0, 8) + "@example.com";

    private static GreenMail server() {
        return new GreenMail(new ServerSetup(MAIL_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @BeforeAll
    static void theServerRuns() {
        server.start();
    }

    @AfterAll
    static void theServerStops() {
        server.stop();
    }

    @BeforeEach
    void itIsTuesday() {
        clock.setTo(NOW);
    }

    @Test
    void whoAskedAndProvedTheAddressGetsMessagesUntilGivenUp(CapturedOutput output)
            throws MessagingException {
        assertThat(http.get(PATH, me()).status()).isEqualTo(404);
        var asked = http.post(PATH, me(), Map.of("address", address, "language", "en"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.json().path("address").asString()).isEqualTo("z***@example.com");
        happens("withdrawn", 1);
        String code = code(awaitMails(1).getFirst());

        assertThat(http.post(PATH + "/confirm", me(), Map.of("code", "x")).objections())
                .containsExactly("email-code-wrong");
        // what was recorded before the consent is not meant by it
        clock.advance(Duration.ofSeconds(1));
        var confirmed = http.post(PATH + "/confirm", me(), Map.of("code", code));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(confirmed.json().path("state").asString()).isEqualTo("CONFIRMED");

        happens("accepted", 2);
        MimeMessage message = awaitMails(2).getLast();
        assertThat(message.getSubject()).isEqualTo("Application accepted");
        assertThat(message.getMessageID()).endsWith("@oneseal>");
        await().until(() -> told("delivered") == 1);

        clock.advance(Duration.ofMinutes(1));
        subscriptions.rebuild("notification-cases");
        await().atMost(Patience.SOON).until(() -> subscriptions.isCaughtUp("notification-cases"));
        assertThat(http.post(PATH + "/withdraw", me(), null).status()).isEqualTo(200);
        assertThat(http.post(PATH + "/withdraw", me(), null).objections())
                .containsExactly("email-not-wanted-already");
        happens("withdrawn", 3);
        await().until(() -> inbox() == 3);
        assertThat(mails()).as("neither again by a rebuild nor after giving up").hasSize(2);
        assertThat(
                        jdbc.queryForList(
                                        "SELECT * FROM email_consents c, emails e"
                                                + " WHERE e.party = c.party")
                                .toString())
                .doesNotContain(address);
        assertThat(output.getAll()).doesNotContain(address);
        assertThat(topics.all("oneseal.notification.v1").toString()).doesNotContain(address);
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndEachMessageGoesOnce() {
        confirm();
        server.stop();
        happens("accepted", 1);
        await().until(() -> attempts("OPEN") == 1);
        assertThat(outcomes()).noneMatch(outcome -> outcome.contains("@"));
        server = server();
        server.start();
        assertThat(mails()).isEmpty();
        clock.advance(Duration.ofSeconds(70));
        assertThat(awaitMails(1)).hasSize(1);
        await().until(() -> attempts("SENT") == 2);
    }

    @Test
    void whatTheServerRefusesForGoodIsNotTriedAgain() throws IOException {
        confirm();
        server.stop();
        try (var refusing = new RefusingSmtp(MAIL_PORT)) {
            happens("accepted", 1);
            await().until(() -> attempts("FAILED") == 1);
            assertThat(refusing.mails()).isEqualTo(1);
        }
        await().until(() -> told("delivery-failed") == 1);
        assertThat(outcomes()).contains("SMTP 550");
        server = server();
        server.start();
    }

    @Test
    void codesRunOutAndAreNotGuessed() {
        http.post(PATH, me(), Map.of("address", address));
        String code = code(awaitMails(1).getFirst());
        for (int i = 0; i < 5; i++) {
            assertThat(http.post(PATH + "/confirm", me(), Map.of("code", "wrong")).objections())
                    .containsExactly("email-code-wrong");
        }
        assertThat(http.post(PATH + "/confirm", me(), Map.of("code", code)).objections())
                .containsExactly("email-code-expired");
        http.post(PATH, me(), Map.of("address", address));
        String second = code(awaitMails(2).getLast());
        clock.advance(Duration.ofMinutes(31));
        assertThat(http.post(PATH + "/confirm", me(), Map.of("code", second)).objections())
                .containsExactly("email-code-expired");
        for (int i = 0; i < 3; i++) http.post(PATH, me(), Map.of("address", address));
        assertThat(http.post(PATH, me(), Map.of("address", address)).objections())
                .containsExactly("email-codes-used-up");
    }

    private void confirm() {
        int before = mails().size();
        http.post(PATH, me(), Map.of("address", address));
        String code = code(awaitMails(before + 1).getLast());
        assertThat(http.post(PATH + "/confirm", me(), Map.of("code", code)).status())
                .isEqualTo(200);
    }

    private void happens(String event, long sequence) {
        ObjectNode data =
                (ObjectNode)
                        Objects.requireNonNull(Contracts.of("case-service").samples().get(event))
                                .deepCopy();
        ((ObjectNode) Objects.requireNonNull(data.get("case")))
                .put("caseId", "case-" + party)
                .put("party", party);
        topics.send(
                "oneseal.cases.v1",
                "case-" + party,
                "org.oneseal.cases." + event,
                sequence,
                clock.instant(),
                "431103000000",
                "431103-SJ",
                data);
    }

    private List<MimeMessage> awaitMails(int count) {
        await().atMost(Patience.SOON).until(() -> mails().size() >= count);
        return mails();
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(server.getReceivedMessages()).filter(this::isMine).toList();
    }

    private boolean isMine(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients()).contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(MimeMessage message) {
        try {
            var found = Pattern.compile("\\d{6}").matcher(message.getContent().toString());
            assertThat(found.find()).isTrue();
            return found.group();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long attempts(String state) {
        return jdbc
                .queryForList(
                        "SELECT attempts FROM emails WHERE party = ? AND purpose = 'MESSAGE'"
                                + " AND state = ?",
                        Long.class,
                        party,
                        state)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<String> outcomes() {
        return jdbc.queryForList(
                "SELECT a.outcome FROM email_attempts a JOIN emails e ON e.id = a.email"
                        + " WHERE e.party = ?",
                String.class,
                party);
    }

    private int inbox() {
        return http.get("/api/v1/messages", me()).json().path("items").size();
    }

    private long told(String event) {
        return topics.all("oneseal.notification.v1").stream()
                .filter(
                        m ->
                                ("org.oneseal.notification." + event)
                                        .equals(m.headers().get("ce_type")))
                .map(m -> EventJson.reader().readTree(Objects.requireNonNull(m.value())))
                .filter(data -> data.path("party").asString("").equals(party))
                .filter(data -> data.path("channel").asString("").equals("EMAIL"))
                .peek(data -> Contracts.of("notification-service").assertValid(event, data))
                .count();
    }

    private String me() {
        return tokens.of(Role.APPLICANT).party(party).mint();
    }
}

package org.oneseal.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A service that may call systems of this machine and sends mail to a server of this machine: what
 * the stories of both share, so that one service is started for them.
 */
abstract class ReachableService {

    static final int MAIL_PORT = freePort();

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("oneseal.notification.webhooks.allowed-hosts", () -> "http://127.0.0.1:*");
        registry.add("oneseal.notification.webhooks.allowed-networks", () -> "127.0.0.0/8");
        registry.add("oneseal.notification.webhooks.call-limit", () -> "2s");
        registry.add("oneseal.notification.webhooks.beat", () -> "50ms");
        registry.add("oneseal.notification.smtp.host", () -> "127.0.0.1");
        registry.add("oneseal.notification.smtp.port", () -> MAIL_PORT);
        registry.add("oneseal.notification.smtp.start-tls", () -> false);
        registry.add("oneseal.notification.smtp.from", () -> "oneseal@example.gov.cn");
        registry.add("oneseal.notification.smtp.beat", () -> "50ms");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

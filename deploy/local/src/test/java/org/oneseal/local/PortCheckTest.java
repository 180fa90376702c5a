package org.oneseal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.local.process.Trouble;

class PortCheckTest {

    @Test
    void aTakenPortIsNamedWithItsUseAndItsHolder() throws IOException {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> PortCheck.allFree(Map.of("gateway", held.getLocalPort())))
                    .withMessageContaining("Port " + held.getLocalPort() + " (gateway) is taken")
                    .withMessageContaining("(pid " + ProcessHandle.current().pid() + ")")
                    .withMessageContaining("--port N");
        }
    }

    @Test
    void aPortHeldOnEveryAddressIsTakenToo() throws IOException {
        try (ServerSocket held = new ServerSocket(0)) {
            assertThat(PortCheck.isFree(held.getLocalPort())).isFalse();
        }
    }

    @Test
    void aFreePortIsFree() {
        assertThat(PortCheck.isFree(Ports.freeOne())).isTrue();
    }

    @Test
    void movedPortsStayTogetherAndDiffer() {
        Ports moved = Ports.from(9000);

        assertThat(moved.of(Part.GATEWAY)).isEqualTo(9000);
        assertThat(moved.of().values())
                .doesNotHaveDuplicates()
                .allMatch(p -> p >= 9000 && p <= 9112);
        assertThat(moved.of().values()).doesNotContain(moved.kafkaController());
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.from(65_500));
    }

    @Test
    void theStandardPortsAreThoseOfTheReadme() {
        Ports standard = Ports.standard();

        assertThat(standard.of(Part.GATEWAY)).isEqualTo(8080);
        assertThat(standard.of(Part.CATALOG)).isEqualTo(8101);
        assertThat(standard.of(Part.CASE)).isEqualTo(8102);
        assertThat(standard.of(Part.NOTIFICATION)).isEqualTo(8106);
        assertThat(standard.of(Part.KEYCLOAK)).isEqualTo(8180);
    }
}

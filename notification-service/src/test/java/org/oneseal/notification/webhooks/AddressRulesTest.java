package org.oneseal.notification.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.objection.Objection;

/** What may be called, and what never. */
class AddressRulesTest {

    private static final AddressRules RULES =
            new AddressRules(
                    List.of(
                            "https://hooks.example.gov.cn",
                            "https://*.yz.gov.cn",
                            "http://10.20.1.1:*",
                            "https://port.example.gov.cn:8443"),
                    List.of(Network.of("10.20.0.0/16")));

    private static List<String> codes(String url) {
        return RULES.objections(url).stream().map(Objection::code).toList();
    }

    @Test
    void onlyWhatAnOperatorAllowedIsCalled() {
        for (String url :
                List.of(
                        "https://hooks.example.gov.cn/a?b=c",
                        "https://HOOKS.example.gov.cn:443/",
                        "https://sj.yz.gov.cn/x",
                        "https://a.b.yz.gov.cn/",
                        "http://10.20.1.1:9000/",
                        "https://port.example.gov.cn:8443/")) {
            assertThat(codes(url)).as(url).isEmpty();
        }
        for (String url :
                List.of(
                        "http://hooks.example.gov.cn/",
                        "https://hooks.example.gov.cn:8443/",
                        "https://yz.gov.cn/",
                        "https://.yz.gov.cn/",
                        "https://evilyz.gov.cn/",
                        "https://sj.yz.gov.cn.evil.com/",
                        "https://port.example.gov.cn/",
                        "http://127.0.0.1/",
                        "http://[::1]/",
                        "http://2130706433/")) {
            assertThat(codes(url)).as(url).isNotEmpty();
        }
        for (String url :
                List.of(
                        "",
                        "hooks",
                        "ftp://hooks.example.gov.cn/",
                        "file:///etc/passwd",
                        "https://user@hooks.example.gov.cn/",
                        "https://hooks.example.gov.cn@evil.com/",
                        "https://hooks.example.gov.cn/#f",
                        "https://hooks.example.gov.cn:99999/",
                        "https://hooks.example.gov.cn/a b",
                        "https://hooks.example.gov.cn/\r\nX: y",
                        "https:///x")) {
            assertThat(codes(url)).as(url).containsExactly("webhook-url-invalid");
        }
    }

    @Test
    void noAddressLeadsIntoAClosedNetworkUnlessOpened() throws UnknownHostException {
        for (String closed :
                List.of(
                        "0.0.0.0",
                        "10.0.0.1",
                        "10.21.0.1",
                        "100.64.0.1",
                        "127.0.0.1",
                        "127.255.255.255",
                        "169.254.169.254",
                        "172.16.0.1",
                        "172.31.255.255",
                        "192.168.1.1",
                        "198.18.0.1",
                        "224.0.0.1",
                        "255.255.255.255",
                        "::",
                        "::1",
                        "::ffff:127.0.0.1",
                        "::127.0.0.1",
                        "64:ff9b::7f00:1",
                        "2002:7f00:1::",
                        "2001:0:1::1",
                        "fc00::1",
                        "fd12::1",
                        "fe80::1",
                        "fec0::1",
                        "ff02::1")) {
            assertThat(RULES.isReachable(InetAddress.getByName(closed))).as(closed).isFalse();
        }
        for (String open :
                List.of("10.20.255.255", "59.215.1.1", "172.32.0.1", "2408:8000::1", "9.9.9.9")) {
            assertThat(RULES.isReachable(InetAddress.getByName(open))).as(open).isTrue();
        }
        assertThatThrownBy(() -> Network.of("localhost/8"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.of("10.0.0.0/33"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

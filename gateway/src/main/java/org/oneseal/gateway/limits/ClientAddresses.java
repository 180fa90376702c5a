package org.oneseal.gateway.limits;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.gateway.GatewaySettings;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The address a request came from: the peer, or what a trusted proxy says of it. */
@Component
public class ClientAddresses {

    private final List<IpSubnetFilterRule> trusted;

    ClientAddresses(GatewaySettings settings) {
        this.trusted =
                settings.trustedProxies().stream()
                        .map(cidr -> cidr.split("/", 2))
                        .map(
                                parts ->
                                        new IpSubnetFilterRule(
                                                parts[0],
                                                Integer.parseInt(parts[1]),
                                                IpFilterRuleType.ACCEPT))
                        .toList();
    }

    public String of(ServerWebExchange exchange) {
        InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
        if (peer == null || peer.getAddress() == null) {
            return "unknown";
        }
        if (!isTrusted(peer)) {
            return peer.getAddress().getHostAddress();
        }
        List<String> hops = new ArrayList<>();
        for (String line : exchange.getRequest().getHeaders().getOrEmpty("X-Forwarded-For")) {
            hops.addAll(List.of(line.split(",")));
        }
        InetAddress nearest = peer.getAddress();
        for (String hop : hops.reversed()) {
            InetAddress address = parse(hop.strip());
            if (address == null) {
                break;
            }
            nearest = address;
            if (!isTrusted(new InetSocketAddress(address, 0))) {
                break;
            }
        }
        return nearest.getHostAddress();
    }

    private boolean isTrusted(InetSocketAddress address) {
        return trusted.stream().anyMatch(rule -> rule.matches(address));
    }

    private static @Nullable InetAddress parse(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes == null) {
            return null;
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException _) {
            return null;
        }
    }
}

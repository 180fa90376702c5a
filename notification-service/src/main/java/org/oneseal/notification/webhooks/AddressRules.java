package org.oneseal.notification.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.oneseal.platform.objection.Objection;

/**
 * Which addresses may be called: hosts an operator allowed, and only where they lead outside the
 * platform's own network. Both are looked at again at every call, the numeric address at the moment
 * of connecting.
 *
 * @param hosts origins such as {@code https://hooks.example.gov.cn}, {@code https://*.yz.gov.cn} or
 *     {@code http://10.1.2.3:*}; without a port the scheme's own
 * @param networks inner networks that may be reached all the same, such as {@code 10.20.0.0/16}
 */
public record AddressRules(List<String> hosts, List<Network> networks) {

    private static final List<Network> INNER =
            List.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3",
                            "::/96",
                            "64:ff9b::/32",
                            "100::/64",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "fc00::/7",
                            "fe80::/9",
                            "ff00::/8")
                    .stream()
                    .map(Network::of)
                    .toList();

    public AddressRules {
        hosts = hosts.stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
        networks = List.copyOf(networks);
    }

    /** Every reason why the address may not be called; none if it may, as far as its text tells. */
    public List<Objection> objections(String url) {
        List<Objection> objections = new ArrayList<>();
        Optional<URI> parsed = parse(url);
        if (parsed.isEmpty()) return List.of(Objection.of("webhook-url-invalid").at("/url"));
        if (!isAllowed(parsed.get())) {
            objections.add(
                    Objection.of("webhook-host-not-allowed", hostOf(parsed.get())).at("/url"));
        }
        return objections;
    }

    /** Whether an operator allowed the host. */
    public boolean isAllowed(URI url) {
        return hosts.stream().anyMatch(allowed -> matches(allowed, url));
    }

    /** Whether a connection to the numeric address may be made. */
    public boolean isReachable(InetAddress address) {
        return networks.stream().anyMatch(n -> n.contains(address))
                || INNER.stream().noneMatch(n -> n.contains(address));
    }

    /** An absolute http or https address with a host and nothing that hides another one. */
    static Optional<URI> parse(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme();
            boolean web = "https".equals(scheme) || "http".equals(scheme);
            String host = uri.getHost();
            boolean plain =
                    web
                            && host != null
                            && !host.isBlank()
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() != 0
                            && uri.getPort() < 65536
                            && url.length() <= 500
                            && url.chars().allMatch(c -> c > 0x20 && c < 0x7f);
            return plain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean matches(String allowed, URI url) {
        int slashes = allowed.indexOf("://");
        if (slashes < 0 || !allowed.substring(0, slashes).equals(url.getScheme())) return false;
        String rest = allowed.substring(slashes + 3);
        int colon = rest.lastIndexOf(':');
        boolean ported = colon > rest.lastIndexOf(']');
        String host = ported ? rest.substring(0, colon) : rest;
        String port = ported ? rest.substring(colon + 1) : "";
        return hostMatches(host, hostOf(url)) && portMatches(port, url);
    }

    private static boolean hostMatches(String allowed, String host) {
        return allowed.startsWith("*.")
                ? host.endsWith(allowed.substring(1)) && host.length() > allowed.length() - 1
                : host.equals(allowed);
    }

    private static boolean portMatches(String allowed, URI url) {
        int usual = "https".equals(url.getScheme()) ? 443 : 80;
        int port = url.getPort() < 0 ? usual : url.getPort();
        return switch (allowed) {
            case "*" -> true;
            case "" -> port == usual;
            default -> allowed.equals(Integer.toString(port));
        };
    }

    private static String hostOf(URI url) {
        return String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    }
}

package org.oneseal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.kubernetes.Kustomization.list;
import static org.oneseal.kubernetes.Kustomization.map;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls whom outside: a setting and the way to it come together, and nobody else gets out. */
class WayOutTest {

    private static final Path ROOT = Path.of("../..");

    /** Component, the service it is for, the setting that asks for a way out. */
    private record Way(String policy, String service, String settings, String asks) {}

    private static final List<Way> WAYS =
            List.of(
                    new Way(
                            "webhooks",
                            "notification",
                            "notification-webhooks",
                            "ONESEAL_WEBHOOK_HOSTS"),
                    new Way("mail", "notification", "notification-mail", "ONESEAL_SMTP_HOST"),
                    new Way("beacon", "market", "market-beacon", "ONESEAL_BEACON_URL"));

    @Test
    void theBaseAloneLetsNobodyOut() {
        assertThat(ways(Kustomization.render(Path.of("base")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/district", "overlays/province"})
    void whoIsToCallOutsideMayAndNobodyElse(String folder) {
        List<Map<String, Object>> objects = Kustomization.render(Path.of(folder));
        Map<String, Map<String, Object>> settings = settings(objects);
        Map<String, Map<String, Object>> ways = ways(objects);
        // Strimzi's and CloudNativePG's pods and Keycloak reach the API server; that is not ours.
        ways.keySet().retainAll(WAYS.stream().map(Way::policy).toList());

        for (Way way : WAYS) {
            boolean asked = settings.containsKey(way.settings());
            assertThat(ways.containsKey(way.policy())).as(way.policy()).isEqualTo(asked);
            if (!asked) continue;
            Map<String, Object> values = settings.get(way.settings());
            Map<String, Object> spec = ways.get(way.policy());
            assertThat(values.get(way.asks())).as(way.asks()).asString().isNotBlank();
            assertThat(map(map(spec.get("podSelector")).get("matchLabels")))
                    .isEqualTo(Map.of("app.kubernetes.io/name", way.service()));
            assertThat(ports(spec)).as(way.policy()).isEqualTo(ports(way, values));
            assertThat(reads(objects, way.service())).contains(way.settings());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/district", "overlays/province"})
    void theNetworkOfWebhooksIsTheOneThatTheServiceAllows(String folder) {
        List<Map<String, Object>> objects = Kustomization.render(Path.of(folder));
        String allowed =
                String.valueOf(
                        settings(objects)
                                .get("notification-webhooks")
                                .get("ONESEAL_WEBHOOK_NETWORKS"));
        Set<String> open = new TreeSet<>();
        for (Map<String, Object> block : blocks(ways(objects).get("webhooks"))) {
            open.add(String.valueOf(block.get("cidr")));
        }
        assertThat(open).isEqualTo(new TreeSet<>(List.of(allowed.split(","))));
    }

    /** A variable that no service reads would be set in vain. */
    @ParameterizedTest
    @ValueSource(strings = {"overlays/district", "overlays/province"})
    void everySettingIsReadByItsService(String folder) throws IOException {
        Map<String, Map<String, Object>> settings = settings(Kustomization.render(Path.of(folder)));
        for (Way way : WAYS) {
            if (!settings.containsKey(way.settings())) continue;
            String module =
                    way.service().equals("market")
                            ? "intermediary-market-service"
                            : way.service() + "-service";
            String read =
                    Files.readString(
                            ROOT.resolve(module).resolve("src/main/resources/application.yaml"));
            assertThat(settings.get(way.settings()).keySet())
                    .allSatisfy(name -> assertThat(read).contains("${" + name + ":"));
        }
    }

    /** Policies that lead to addresses instead of pods, by name. */
    private static Map<String, Map<String, Object>> ways(List<Map<String, Object>> objects) {
        Map<String, Map<String, Object>> ways = new TreeMap<>();
        for (Map<String, Object> object : objects) {
            if (!"NetworkPolicy".equals(object.get("kind"))) continue;
            Map<String, Object> spec = map(object.get("spec"));
            if (!blocks(spec).isEmpty()) ways.put(name(object), spec);
        }
        return ways;
    }

    private static List<Map<String, Object>> blocks(Map<String, Object> spec) {
        return list(spec.get("egress")).stream()
                .flatMap(rule -> list(map(rule).get("to")).stream())
                .filter(peer -> map(peer).containsKey("ipBlock"))
                .map(peer -> map(map(peer).get("ipBlock")))
                .toList();
    }

    private static Set<Object> ports(Map<String, Object> spec) {
        Set<Object> ports = new TreeSet<>();
        for (Object rule : list(spec.get("egress"))) {
            for (Object port : list(map(rule).get("ports"))) ports.add(map(port).get("port"));
        }
        return ports;
    }

    /** What the setting's own addresses need. */
    private static Set<Object> ports(Way way, Map<String, Object> values) {
        if (way.policy().equals("mail")) {
            return Set.of(Integer.valueOf(String.valueOf(values.get("ONESEAL_SMTP_PORT"))));
        }
        Set<Object> ports = new TreeSet<>();
        for (String address : String.valueOf(values.get(way.asks())).split(",")) {
            URI uri = URI.create(address.replace("*.", "any.").replace("{round}", "1"));
            int port = uri.getPort();
            if (port < 0) port = "https".equals(uri.getScheme()) ? 443 : 80;
            ports.add(port);
        }
        return ports;
    }

    private static Map<String, Map<String, Object>> settings(List<Map<String, Object>> objects) {
        Map<String, Map<String, Object>> settings = new TreeMap<>();
        for (Map<String, Object> object : objects) {
            if ("ConfigMap".equals(object.get("kind"))) {
                settings.put(name(object), map(object.get("data")));
            }
        }
        return settings;
    }

    /** Names of the settings that a service's process takes into its environment. */
    private static Set<String> reads(List<Map<String, Object>> objects, String service) {
        Set<String> read = new TreeSet<>();
        for (Map<String, Object> object : objects) {
            if (!"Deployment".equals(object.get("kind")) || !service.equals(name(object))) continue;
            Map<String, Object> pod = map(map(map(object.get("spec")).get("template")).get("spec"));
            for (Object source : list(map(list(pod.get("containers")).getFirst()).get("envFrom"))) {
                if (map(source).get("configMapRef") instanceof Map<?, ?> reference) {
                    read.add(String.valueOf(reference.get("name")));
                }
            }
        }
        return read;
    }

    private static String name(Map<String, Object> object) {
        return String.valueOf(map(object.get("metadata")).get("name"));
    }
}

package org.oneseal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.oneseal.kubernetes.Kustomization.list;
import static org.oneseal.kubernetes.Kustomization.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ManifestsTest {

    private static final Set<String> PROCESSES =
            Set.of(
                    "gateway",
                    "catalog",
                    "cases",
                    "supervision",
                    "credit",
                    "market",
                    "notification");
    private static final String DEMO = "${ONESEAL_DEMO:false}";

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/district", "overlays/province"})
    void everyObjectIsWhatItsKindAllows(String folder) {
        assertThat(Kustomization.render(Path.of(folder)))
                .isNotEmpty()
                .allSatisfy(
                        object -> assertThat(Kinds.objections(object)).as(name(object)).isEmpty());
    }

    @Test
    void aMisspeltFieldIsFound() {
        for (Map<String, Object> object : Kustomization.render(Path.of("overlays/district"))) {
            if (object.get("spec") instanceof Map<?, ?>) {
                map(object.get("spec")).put("replicsa", 3);
                assertThat(Kinds.objections(object)).as(name(object)).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/district", "overlays/province"})
    void noTwoObjectsShareAName(String folder) {
        assertThat(Kustomization.render(Path.of(folder)).stream().map(ManifestsTest::name))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/district", "overlays/province"})
    void everyProcessIsGuarded(String folder) {
        List<Map<String, Object>> objects = Kustomization.render(Path.of(folder));
        for (String kind :
                List.of(
                        "Deployment",
                        "Service",
                        "PodDisruptionBudget",
                        "HorizontalPodAutoscaler")) {
            assertThat(names(objects, kind)).as(kind).containsAll(PROCESSES);
        }
        for (Map<String, Object> deployment : of(objects, "Deployment")) {
            Map<String, Object> pod =
                    map(map(map(deployment.get("spec")).get("template")).get("spec"));
            assertThat(map(pod.get("securityContext"))).containsEntry("runAsNonRoot", true);
            assertThat(pod).containsEntry("automountServiceAccountToken", false);
            for (Object each : list(pod.get("containers"))) {
                Map<String, Object> container = map(each);
                assertThat(map(container.get("securityContext")))
                        .containsEntry("readOnlyRootFilesystem", true)
                        .containsEntry("allowPrivilegeEscalation", false)
                        .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
                assertThat(container)
                        .containsKeys(
                                "startupProbe", "livenessProbe", "readinessProbe", "resources");
            }
        }
    }

    /**
     * The processes have no secret of their own in the manifests: each comes from a Secret that an
     * operator makes.
     */
    @Test
    void noSecretStandsInTheManifests() {
        List<Map<String, Object>> objects = Kustomization.render(Path.of("overlays/province"));

        assertThat(of(objects, "Secret")).isEmpty();
        for (Map<String, Object> deployment : of(objects, "Deployment")) {
            Map<String, Object> pod =
                    map(map(map(deployment.get("spec")).get("template")).get("spec"));
            for (Object each : list(map(list(pod.get("containers")).getFirst()).get("env"))) {
                Map<String, Object> variable = map(each);
                if (String.valueOf(variable.get("name")).matches(".*(PASSWORD|SECRET|JAAS)")) {
                    assertThat(variable).containsKey("valueFrom").doesNotContainKey("value");
                }
            }
        }
    }

    @Test
    void theIssuerIsSeenFromOutsideAndReadFromInside() {
        List<Map<String, Object>> objects = Kustomization.render(Path.of("overlays/district"));
        Map<String, Object> settings = map(of(objects, "ConfigMap").getFirst().get("data"));
        Map<String, Object> keycloak = of(objects, "Keycloak").getFirst();

        assertThat((String) settings.get("ONESEAL_ISSUER"))
                .isEqualTo(
                        map(map(keycloak.get("spec")).get("hostname")).get("hostname")
                                + "/realms/oneseal");
        assertThat((String) settings.get("ONESEAL_JWKS"))
                .startsWith(
                        "http://"
                                + map(keycloak.get("metadata")).get("name")
                                + "-service:8080/realms/oneseal/");
    }

    @Test
    void everyServiceHasItsDatabaseItsRoleAndItsUserOfTheBroker() {
        List<Map<String, Object>> objects = Kustomization.render(Path.of("overlays/district"));
        Set<String> services = new HashSet<>(PROCESSES);
        services.remove("gateway");
        Set<String> roles = new HashSet<>();
        for (Object role :
                list(
                        map(map(of(objects, "Cluster").getFirst().get("spec")).get("managed"))
                                .get("roles"))) {
            roles.add(String.valueOf(map(role).get("name")));
        }

        assertThat(names(objects, "Database")).containsAll(services);
        assertThat(roles).containsAll(services);
        assertThat(names(objects, "KafkaUser"))
                .containsExactlyInAnyOrderElementsOf(
                        services.stream().map(service -> "oneseal-" + service).toList());
    }

    /** A policy that selects no pod, or names a peer that is not there, protects nothing. */
    @Test
    void everyFlowJoinsWhatIsThere() {
        List<Map<String, Object>> objects = Kustomization.render(Path.of("overlays/district"));
        List<Map<String, Object>> pods = new ArrayList<>();
        for (Map<String, Object> deployment : of(objects, "Deployment")) {
            pods.add(
                    map(
                            map(map(map(deployment.get("spec")).get("template")).get("metadata"))
                                    .get("labels")));
        }
        pods.add(
                Map.of(
                        "strimzi.io/cluster",
                        name(of(objects, "Kafka").getFirst()).substring("Kafka/".length())));
        pods.add(
                Map.of(
                        "cnpg.io/cluster",
                        name(of(objects, "Cluster").getFirst()).substring("Cluster/".length())));
        pods.add(Map.of("app", "keycloak"));

        List<Map<String, Object>> selectors = new ArrayList<>();
        of(objects, "NetworkPolicy").forEach(policy -> podSelectors(policy, selectors));

        assertThat(names(objects, "NetworkPolicy")).contains("default-deny");
        assertThat(selectors)
                .isNotEmpty()
                .allSatisfy(
                        selector ->
                                assertThat(pods)
                                        .anySatisfy(
                                                labels ->
                                                        assertThat(labels)
                                                                .containsAllEntriesOf(selector)));
    }

    @Test
    void theRealmIsTheOneOfTheLauncherWithoutTheDemonstration() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode ours =
                json.valueToTree(
                        map(of(
                                                Kustomization.render(Path.of("overlays/district")),
                                                "KeycloakRealmImport")
                                        .getFirst()
                                        .get("spec"))
                                .get("realm"));
        ObjectNode theirs =
                (ObjectNode) json.readTree(Path.of("../keycloak/oneseal-realm.json").toFile());
        Set<String> gone = new HashSet<>();
        theirs.withArray("clients")
                .forEach(
                        client -> {
                            if (client.path("enabled").asText().equals(DEMO)) {
                                gone.add(client.path("clientId").asText());
                            }
                            if (client.path("directAccessGrantsEnabled").asText().equals(DEMO)) {
                                ((ObjectNode) client).put("directAccessGrantsEnabled", false);
                            }
                        });
        remove(theirs.withArray("clients"), "clientId", gone);
        remove(theirs.withArray("users"), "serviceAccountClientId", gone);
        remove(theirs.withArray("scopeMappings"), "client", gone);

        assertThat(gone).isNotEmpty();
        assertThat(ours).isEqualTo(theirs);
    }

    /** Where kubectl is installed, kustomize itself has the last word about what we render. */
    @ParameterizedTest
    @ValueSource(strings = {"overlays/district", "overlays/province"})
    void kustomizeRendersTheSame(String folder) throws Exception {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "kubectl"))),
                "kubectl is not installed");
        Process kubectl =
                new ProcessBuilder("kubectl", "kustomize", folder)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).isZero();
        List<Map<String, Object>> theirs = new ArrayList<>();
        new Yaml().loadAll(output).forEach(object -> theirs.add(map(object)));

        assertThat(byName(Kustomization.render(Path.of(folder)))).isEqualTo(byName(theirs));
    }

    private static void remove(ArrayNode list, String member, Set<String> values) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (values.contains(list.get(i).path(member).asText())) {
                list.remove(i);
            }
        }
    }

    private static void podSelectors(Object value, List<Map<String, Object>> found) {
        if (value instanceof Map<?, ?> members) {
            if (members.get("podSelector") instanceof Map<?, ?> selector
                    && selector.get("matchLabels") != null) {
                found.add(new LinkedHashMap<>(map(selector.get("matchLabels"))));
            }
            members.values().forEach(member -> podSelectors(member, found));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> podSelectors(item, found));
        }
    }

    private static Map<String, Object> byName(List<Map<String, Object>> objects) {
        Map<String, Object> named = new TreeMap<>();
        objects.forEach(object -> named.put(name(object), object));
        return named;
    }

    private static List<Map<String, Object>> of(List<Map<String, Object>> objects, String kind) {
        return objects.stream().filter(object -> kind.equals(object.get("kind"))).toList();
    }

    private static List<String> names(List<Map<String, Object>> objects, String kind) {
        return of(objects, kind).stream()
                .map(object -> String.valueOf(map(object.get("metadata")).get("name")))
                .toList();
    }

    private static String name(Map<String, Object> object) {
        return object.get("kind") + "/" + map(object.get("metadata")).get("name");
    }
}

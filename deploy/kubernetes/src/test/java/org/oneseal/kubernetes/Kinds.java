package org.oneseal.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What an object of each kind may hold. Kubernetes and Strimzi publish their types; for
 * CloudNativePG and the Keycloak operator the schemas beside this test know only the fields we use.
 */
final class Kinds {

    private static final Map<String, Class<?>> TYPES =
            Map.ofEntries(
                    Map.entry("v1/Namespace", Namespace.class),
                    Map.entry("v1/ConfigMap", ConfigMap.class),
                    Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
                    Map.entry("v1/Service", Service.class),
                    Map.entry("v1/ServiceAccount", ServiceAccount.class),
                    Map.entry("apps/v1/Deployment", Deployment.class),
                    Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
                    Map.entry(
                            "autoscaling/v2/HorizontalPodAutoscaler",
                            HorizontalPodAutoscaler.class),
                    Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
                    Map.entry("kafka.strimzi.io/v1beta2/Kafka", Kafka.class),
                    Map.entry("kafka.strimzi.io/v1beta2/KafkaNodePool", KafkaNodePool.class),
                    Map.entry("kafka.strimzi.io/v1beta2/KafkaTopic", KafkaTopic.class),
                    Map.entry("kafka.strimzi.io/v1beta2/KafkaUser", KafkaUser.class));

    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "postgresql.cnpg.io/v1/Cluster", "cluster",
                    "postgresql.cnpg.io/v1/Database", "database",
                    "k8s.keycloak.org/v2alpha1/Keycloak", "keycloak",
                    "k8s.keycloak.org/v2alpha1/KeycloakRealmImport", "realm-import");

    /** The types keep what they do not know in a map; here that is an error. */
    private static final ObjectMapper STRICT =
            new ObjectMapper()
                    .setAnnotationIntrospector(
                            new JacksonAnnotationIntrospector() {
                                private static final long serialVersionUID = 1L;

                                @Override
                                public Boolean hasAnySetter(Annotated member) {
                                    return false;
                                }
                            })
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Kinds() {}

    /** What is wrong with an object; empty if nothing. */
    static List<String> objections(Map<String, Object> object) {
        String kind = object.get("apiVersion") + "/" + object.get("kind");
        Class<?> type = TYPES.get(kind);
        if (type != null) {
            try {
                STRICT.convertValue(object, type);
                return List.of();
            } catch (IllegalArgumentException e) {
                return List.of(
                        e.getCause() instanceof JsonMappingException why
                                ? why.getPathReference() + ": " + why.getOriginalMessage()
                                : String.valueOf(e.getMessage()));
            }
        }
        String schema = SCHEMAS.get(kind);
        if (schema == null) {
            return List.of("unknown kind " + kind);
        }
        try (InputStream in =
                Kinds.class.getResourceAsStream("/schemas/" + schema + ".schema.json")) {
            if (in == null) {
                return List.of("no schema " + schema);
            }
            return REGISTRY
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(new ObjectMapper().writeValueAsString(object), InputFormat.JSON)
                    .stream()
                    .map(String::valueOf)
                    .toList();
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}

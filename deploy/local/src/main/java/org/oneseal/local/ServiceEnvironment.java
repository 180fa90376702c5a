package org.oneseal.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;

/** What a service is told of its surroundings: addresses, names and secrets, as variables. */
final class ServiceEnvironment {

    private final Options options;
    private final Secrets secrets;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final ClockFile clock;

    ServiceEnvironment(
            Options options,
            Secrets secrets,
            Postgres postgres,
            Kafka kafka,
            Keycloak keycloak,
            ClockFile clock) {
        this.options = options;
        this.secrets = secrets;
        this.postgres = postgres;
        this.kafka = kafka;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    Map<String, String> of(Part part, int port) {
        Map<String, String> variables = new HashMap<>();
        String servicesSecret = secrets.of("client.oneseal-services");
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("ONESEAL_ISSUER", keycloak.issuer().toString());
        variables.put("ONESEAL_JWKS", keycloak.jwks().toString());
        variables.put("ONESEAL_PUBLIC_URL", address(Part.GATEWAY).toString());
        for (Part other : Part.services()) {
            if (other.hasDatabase()) {
                variables.put(
                        "ONESEAL_%s_URL".formatted(other.segment().toUpperCase(Locale.ROOT)),
                        address(other).toString());
            }
        }
        if (part.hasDatabase()) {
            Database database = postgres.database(part.segment());
            variables.put("ONESEAL_DB_URL", database.url());
            variables.put("ONESEAL_DB_USER", database.user());
            variables.put("ONESEAL_DB_PASSWORD", database.password());
            Map<String, String> client = kafka.client(part.segment());
            variables.put("ONESEAL_KAFKA", kafka.address());
            variables.put("ONESEAL_KAFKA_PROTOCOL", client.getOrDefault("security.protocol", ""));
            variables.put(
                    "ONESEAL_KAFKA_SASL_MECHANISM", client.getOrDefault("sasl.mechanism", ""));
            variables.put("ONESEAL_KAFKA_JAAS", client.getOrDefault("sasl.jaas.config", ""));
            variables.put("ONESEAL_KEY_DIR", keys(part).toString());
            variables.put("ONESEAL_CRYPTO_PROFILE", profile().name().toLowerCase(Locale.ROOT));
            variables.put("ONESEAL_TOKEN_URL", keycloak.token().toString());
            variables.put("ONESEAL_SERVICE_CLIENT", "oneseal-services");
            variables.put("ONESEAL_SERVICE_SECRET", servicesSecret);
            variables.put("ONESEAL_SEAL_OUT", options.state().resolve("seals").toString());
            variables.put("ONESEAL_CASES_FEED", address(Part.CASE) + "/api/v1/cases/events");
            variables.put("ONESEAL_CREDIT_FEED", address(Part.CREDIT) + "/api/v1/credit/events");
            variables.put("ONESEAL_MARKET_FEED", address(Part.MARKET) + "/api/v1/market/events");
        }
        switch (part) {
            case CATALOG -> {
                variables.put("ONESEAL_KEYCLOAK_URL", keycloak.address().toString());
                variables.put("ONESEAL_KEYCLOAK_CLIENT_SECRET", servicesSecret);
            }
            case CASE ->
                    variables.put("ONESEAL_DOCUMENTS", options.state().resolve("files").toString());
            case NOTIFICATION -> {
                // A department's system of the demonstration runs on this machine too.
                variables.put("ONESEAL_WEBHOOK_HOSTS", "http://127.0.0.1:*");
                variables.put("ONESEAL_WEBHOOK_NETWORKS", "127.0.0.0/8");
            }
            case MARKET -> variables.putAll(lottery());
            default -> {}
        }
        if (clock.moved()) {
            variables.put("ONESEAL_CLOCK_FILE", clock.file().toString());
        }
        variables.putAll(options.environment());
        variables.putAll(options.environmentOf().getOrDefault(part, Map.of()));
        return variables;
    }

    /**
     * A lottery that the demonstration plays itself: whoever reads a proof is told so by its name.
     */
    private Map<String, String> lottery() {
        Path file = Connection.publicValues(options.state());
        Secrets.Private.folder(Objects.requireNonNull(file.getParent()));
        return Map.of(
                "ONESEAL_BEACON_NAME", "demonstration lottery (a file on this machine)",
                "ONESEAL_BEACON_FILE", file.toString(),
                "ONESEAL_BEACON_GENESIS", "2026-01-01T00:00:00Z",
                "ONESEAL_BEACON_PERIOD", "10s");
    }

    private Path keys(Part part) {
        Path folder =
                Secrets.Private.folder(options.state().resolve("keys")).resolve(part.segment());
        KeyRing.generate(Secrets.Private.folder(folder), profile(), part.segment());
        return folder;
    }

    private CryptoProfile profile() {
        return CryptoProfile.valueOf(
                options.environment()
                        .getOrDefault("ONESEAL_CRYPTO_PROFILE", "cn")
                        .toUpperCase(Locale.ROOT));
    }

    private URI address(Part part) {
        return URI.create("http://127.0.0.1:" + options.ports().of(part));
    }
}

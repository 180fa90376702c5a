package org.oneseal.catalog.keycloak;

import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.IdentityProvider;
import org.oneseal.catalog.departments.Officer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Departments as groups and officers as users of a Keycloak realm. */
@Component
@EnableConfigurationProperties(KeycloakProperties.class)
class KeycloakAccounts implements IdentityProvider {

    private static final String REGION = "region";
    private static final String DEPARTMENT = "department";

    private final KeycloakProperties properties;
    private @Nullable Keycloak keycloak;

    KeycloakAccounts(KeycloakProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean isConfigured() {
        return properties.isComplete();
    }

    @Override
    public void provision(Department department) {
        call(
                realm -> {
                    boolean there =
                            realm.groups().groups(department.code(), true, 0, 10, true).stream()
                                    .anyMatch(g -> department.code().equals(g.getName()));
                    if (there) return;
                    GroupRepresentation group = new GroupRepresentation();
                    group.setName(department.code());
                    group.setAttributes(
                            Map.of(
                                    REGION, List.of(department.region().value()),
                                    DEPARTMENT, List.of(department.code())));
                    try (Response made = realm.groups().add(group)) {
                        succeeded(made);
                    }
                });
    }

    @Override
    public void provision(Officer officer) {
        call(
                realm -> {
                    UserRepresentation user = find(realm, officer);
                    if (user == null) {
                        try (Response made = realm.users().create(account(officer))) {
                            succeeded(made);
                        }
                        user = find(realm, officer);
                        if (user == null) throw new IllegalStateException("made but not found");
                    } else if (!belongs(user, officer)) {
                        throw new Refused("the username belongs to another account");
                    }
                    realm.users()
                            .get(user.getId())
                            .roles()
                            .realmLevel()
                            .add(
                                    List.of(
                                            realm.roles()
                                                    .get(officer.role().realmName())
                                                    .toRepresentation()));
                });
    }

    private static @Nullable UserRepresentation find(RealmResource realm, Officer officer) {
        return realm.users().searchByUsername(officer.username(), true).stream()
                .findFirst()
                .orElse(null);
    }

    private static boolean belongs(UserRepresentation user, Officer officer) {
        Map<String, List<String>> attributes = user.getAttributes();
        return attributes != null
                && List.of(officer.region().value()).equals(attributes.get(REGION))
                && List.of(officer.department()).equals(attributes.get(DEPARTMENT));
    }

    private static UserRepresentation account(Officer officer) {
        int[] name = officer.name().codePoints().toArray();
        UserRepresentation user = new UserRepresentation();
        user.setUsername(officer.username());
        user.setEnabled(true);
        user.setLastName(new String(name, 0, 1));
        user.setFirstName(
                new String(name, Math.min(1, name.length - 1), Math.max(1, name.length - 1)));
        user.setAttributes(
                Map.of(
                        REGION, List.of(officer.region().value()),
                        DEPARTMENT, List.of(officer.department())));
        user.setGroups(List.of("/" + officer.department()));
        user.setRequiredActions(List.of("UPDATE_PASSWORD"));
        return user;
    }

    /** A client error is final, except where waiting or a new token may help. */
    private void call(Consumer<RealmResource> action) {
        try {
            action.accept(connected().realm(properties.realm()));
        } catch (ClientErrorException e) {
            throw failure(e.getResponse().getStatus());
        }
    }

    private static void succeeded(Response response) {
        int status = response.getStatus();
        if (status >= 300) throw failure(status);
    }

    private static RuntimeException failure(int status) {
        return switch (status) {
            case 400 -> new Refused("Keycloak answers 400: it does not take the data");
            default -> new IllegalStateException("Keycloak answers " + status);
        };
    }

    private synchronized Keycloak connected() {
        Keycloak open = keycloak;
        if (open == null) {
            Client client =
                    ClientBuilder.newBuilder()
                            .connectTimeout(
                                    properties.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                            .readTimeout(properties.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                            .register(new JacksonProvider(), 100)
                            .build();
            open =
                    KeycloakBuilder.builder()
                            .serverUrl(properties.url())
                            .realm(properties.realm())
                            .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                            .clientId(properties.clientId())
                            .clientSecret(properties.clientSecret())
                            .resteasyClient(client)
                            .build();
            keycloak = open;
        }
        return open;
    }

    @PreDestroy
    synchronized void close() {
        Keycloak open = keycloak;
        if (open != null) open.close();
    }
}

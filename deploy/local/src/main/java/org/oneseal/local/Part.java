package org.oneseal.local;

import java.util.List;
import java.util.stream.Stream;

/** What the platform consists of on one machine: three servers and seven services. */
public enum Part {
    POSTGRES("postgres", "", "PostgreSQL"),
    KAFKA("kafka", "", "Kafka"),
    KEYCLOAK("keycloak", "", "Keycloak"),
    CATALOG("catalog-service", "catalog", "Catalog"),
    CASE("case-service", "cases", "Case"),
    SUPERVISION("supervision-service", "supervision", "Supervision"),
    CREDIT("credit-service", "credit", "Credit"),
    MARKET("intermediary-market-service", "market", "Intermediary market"),
    NOTIFICATION("notification-service", "notification", "Notification"),
    GATEWAY("gateway", "", "Gateway");

    private final String id;
    private final String segment;
    private final String title;

    Part(String id, String segment, String title) {
        this.id = id;
        this.segment = segment;
        this.title = title;
    }

    /** Name of its Maven module, log and process mark. */
    public String id() {
        return id;
    }

    /** Name of its database, role, Kafka user and topics; empty where it has none. */
    public String segment() {
        return segment;
    }

    public String title() {
        return title;
    }

    public boolean isService() {
        return ordinal() >= CATALOG.ordinal();
    }

    public boolean hasDatabase() {
        return !segment.isEmpty();
    }

    public static List<Part> services() {
        return Stream.of(values()).filter(Part::isService).toList();
    }
}

package org.oneseal.gateway.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway and the nouns it owns. */
public enum Upstream {
    CATALOG(
            "catalog",
            "regions",
            "departments",
            "calendars",
            "items",
            "powers",
            "standing-lists",
            "area-evaluations",
            "packages",
            "delegations",
            "directory",
            "basic-directory",
            "data-resources",
            "data-demands",
            "knowledge",
            "search",
            "synonyms",
            "catalog-bundles",
            "catalog-upstreams"),
    CASES(
            "cases",
            "parties",
            "mandates",
            "package-cases",
            "promises",
            "certificates",
            "verify",
            "entitlement-runs",
            "appointments",
            "exchange"),
    SUPERVISION(
            "supervision",
            "watches",
            "cards",
            "indicators",
            "retrospects",
            "reviews",
            "tickets",
            "halls",
            "votes",
            "cockpit"),
    CREDIT(
            "credit",
            "subjects",
            "credit-records",
            "lists",
            "repairs",
            "measures",
            "grades",
            "publicity"),
    MARKET(
            "market",
            "institutions",
            "practitioners",
            "projects",
            "draws",
            "selection-rules",
            "contracts",
            "ratings",
            "complaints"),
    NOTIFICATION(
            "notification",
            "messages",
            "templates",
            "subscriptions",
            "feed",
            "email-consents",
            "events");

    private static final String PREFIX = "/api/v1/";
    private static final Map<String, Upstream> BY_WORD = new HashMap<>();
    private static final Map<String, Upstream> BY_SEGMENT = new HashMap<>();

    static {
        for (Upstream upstream : values()) {
            BY_SEGMENT.put(upstream.segment, upstream);
            BY_WORD.put(upstream.segment, upstream);
            for (String noun : upstream.nouns) {
                if (BY_WORD.put(noun, upstream) != null) {
                    throw new IllegalStateException("two services claim " + noun);
                }
            }
        }
    }

    private final String segment;
    private final List<String> nouns;

    Upstream(String segment, String... nouns) {
        this.segment = segment;
        this.nouns = List.copyOf(Arrays.asList(nouns));
    }

    /** The service's word in topics, event types and URLs. */
    public String segment() {
        return segment;
    }

    public List<String> nouns() {
        return nouns;
    }

    /** The owner of a path, or null where nobody is. */
    public static @Nullable Upstream of(String path) {
        if (!path.startsWith(PREFIX)) {
            return null;
        }
        String word = word(path, PREFIX.length());
        if (word.equals("seals")) {
            return BY_SEGMENT.get(word(path, PREFIX.length() + "seals/".length()));
        }
        return BY_WORD.get(word);
    }

    private static String word(String path, int from) {
        if (from > path.length()) {
            return "";
        }
        int to = path.indexOf('/', from);
        return to < 0 ? path.substring(from) : path.substring(from, to);
    }
}

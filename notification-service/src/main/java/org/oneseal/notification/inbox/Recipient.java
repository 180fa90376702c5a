package org.oneseal.notification.inbox;

import java.util.List;

/** Whose inbox: a party's, or that of all who hold one of the roles in a department. */
public sealed interface Recipient {

    /** The applicant, by opaque id. */
    record Party(String id) implements Recipient {}

    /** Officers of a department by role, as the realm names roles. */
    record Officers(String department, List<String> roles) implements Recipient {
        public Officers {
            roles = roles.stream().sorted().distinct().toList();
        }
    }

    /** Stable text, part of what makes a message one of a kind. */
    default String key() {
        return switch (this) {
            case Party(var id) -> "party:" + id;
            case Officers(var department, var roles) -> "officers:" + department + ":" + roles;
        };
    }
}

package org.oneseal.platform.journal;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;

/**
 * Who did it, by opaque ids: it is hashed and never erased, so no name and no personal number
 * belongs here.
 *
 * @param id subject of the token, name of the timer, or code of the source
 * @param role the role it was done in, null where none counts
 * @param party the party acted for, null where none
 * @param client the application the token was issued to ({@code azp}), null where none
 */
public record Actor(
        Kind kind,
        String id,
        @Nullable String role,
        @Nullable String department,
        @Nullable String party,
        @Nullable String client) {

    /** A person with a token, the platform by itself, or another system by its events. */
    public enum Kind {
        PERSON,
        SYSTEM,
        SOURCE
    }

    public static Actor person(
            String subject,
            @Nullable String role,
            @Nullable String department,
            @Nullable String party,
            @Nullable String client) {
        return new Actor(Kind.PERSON, subject, role, department, party, client);
    }

    /**
     * The caller of a request.
     *
     * @param actingAs the role that allowed it, null where none was needed
     */
    public static Actor of(Caller caller, @Nullable Role actingAs) {
        return person(
                caller.subject(),
                actingAs == null ? null : actingAs.realmName(),
                caller.department(),
                caller.party(),
                caller.client());
    }

    /** The platform itself, such as the timer of deemed acceptance. */
    public static Actor system(String name) {
        return new Actor(Kind.SYSTEM, name, null, null, null, null);
    }

    /** A department's own system that reports what happened there. */
    public static Actor source(String code, @Nullable String department) {
        return new Actor(Kind.SOURCE, code, null, department, null, null);
    }
}

package org.oneseal.cases.handling;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on a case, as the rules see it.
 *
 * @param subject opaque id, never a name
 * @param roles kebab-case names
 * @param party the handler's own party, where the account has one
 */
public record Handler(String subject, Set<String> roles, @Nullable String party) {

    public Handler {
        roles = Set.copyOf(roles);
    }

    /** The platform itself acting on a timer or a decree. */
    public static Handler platform(String name) {
        return new Handler(name, Set.of(), null);
    }
}

package org.oneseal.cases.handling;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on a case, as the rules see it.
 *
 * @param subject opaque id, never a name
 * @param roles kebab-case names
 * @param party the handler's own party, where the account has one
 * @param actingFor the absent officer whom the handler substitutes (代办), null where none
 */
public record Handler(
        String subject, Set<String> roles, @Nullable String party, @Nullable String actingFor) {

    public Handler {
        roles = Set.copyOf(roles);
    }

    public Handler(String subject, Set<String> roles, @Nullable String party) {
        this(subject, roles, party, null);
    }

    /** Whether it is this officer, or the one who acts for them. */
    public boolean is(String officer) {
        return subject.equals(officer) || officer.equals(actingFor);
    }

    /** Whether the same hand did that: neither substitute nor substituted gets round four eyes. */
    public boolean did(CaseFact.Stamp stamp) {
        return stamp.isOf(subject) || (actingFor != null && stamp.isOf(actingFor));
    }

    /** The platform itself acting on a timer or a decree. */
    public static Handler platform(String name) {
        return new Handler(name, Set.of(), null);
    }
}

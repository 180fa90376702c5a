package org.oneseal.platform.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.Forbidden;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as the token says; nothing here comes from a header or a body.
 *
 * @param subject the identity provider's id of the person or service account
 * @param username for the audit row, never for decisions
 * @param region twelve digits, null for people without an office
 * @param department code of the caller's department, null for people without an office
 * @param party the caller's own party, null for staff
 * @param client the client that obtained the token ({@code azp}): an app's back end keeps it
 */
public record Caller(
        String subject,
        String username,
        Set<Role> roles,
        @Nullable RegionCode region,
        @Nullable String department,
        @Nullable String party,
        String client) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Reads the claims; an unknown role or an impossible region is ignored. */
    public static Caller of(Jwt token) {
        return new Caller(
                token.getSubject() == null ? "" : token.getSubject(),
                orElse(token.getClaimAsString("preferred_username"), ""),
                roles(token),
                region(token.getClaimAsString("region")),
                blankToNull(token.getClaimAsString("department")),
                blankToNull(token.getClaimAsString("party")),
                orElse(token.getClaimAsString("azp"), ""));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /**
     * Goes on if the caller has one of the roles.
     *
     * @throws Forbidden otherwise
     */
    public void require(Role... anyOf) {
        for (Role role : anyOf) if (roles.contains(role)) return;
        throw new Forbidden(List.of(anyOf));
    }

    private static Set<Role> roles(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (token.getClaims().get("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof List<?> names) {
            for (Object name : names) Role.of(String.valueOf(name)).ifPresent(roles::add);
        }
        return roles;
    }

    private static @Nullable RegionCode region(@Nullable String code) {
        if (code == null || code.isBlank()) return null;
        try {
            return new RegionCode(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String orElse(@Nullable String value, String fallback) {
        return value == null ? fallback : value;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}

package org.oneseal.platform.security;

import java.util.Locale;
import java.util.Optional;

/** What a caller may be (角色); the realm's roles have the same names in kebab-case. */
public enum Role {
    APPLICANT,
    WINDOW_CLERK,
    CASE_OFFICER,
    CHIEF_APPROVER,
    CATALOG_EDITOR,
    SUPERVISOR,
    HOTLINE_AGENT,
    CREDIT_OFFICER,
    MARKET_OPERATOR,
    INSTITUTION,
    BUYER,
    AUDITOR,
    PLATFORM_OPERATOR,
    DEPARTMENT_SYSTEM,
    APP_BACKEND;

    /** The realm's name, such as {@code case-officer}. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> of(String realmName) {
        for (Role role : values()) if (role.realmName().equals(realmName)) return Optional.of(role);
        return Optional.empty();
    }
}

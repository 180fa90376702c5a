package org.oneseal.platform.web;

import java.util.List;
import org.oneseal.platform.security.Role;

/**
 * The caller may see the object but not do this to it: 403. Outside the scope it is {@link
 * NotFound}.
 */
public final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Role> roles;

    public Forbidden(List<Role> roles) {
        super("needs one of " + roles);
        this.roles = List.copyOf(roles);
    }

    public Forbidden(String reason) {
        super(reason);
        this.roles = List.of();
    }

    public List<Role> roles() {
        return roles;
    }
}

package org.oneseal.catalog.departments;

import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Role;

/** A person who works for a department, under the username of the identity provider. */
public record Officer(
        String username, String name, Role role, String department, RegionCode region) {}

package org.oneseal.platform.security;

import java.util.List;

/** Paths of a service that anybody may GET without a token, as path patterns. */
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
    }
}

package org.oneseal.catalog.web;

import java.util.List;

/**
 * A request whose body is wrong in its shape and against the rules.
 *
 * @param path as documented
 * @param at the same with its codes
 * @param told every objection with its place, in any order
 */
record Wrong(String method, String path, String at, Object body, int status, List<String> told) {

    static final String NOWHERE = "439999000000";
    static final String LONG = "长".repeat(5000);

    static Wrong post(String path, String at, Object body, int status, String... told) {
        return new Wrong("POST", "/api/v1" + path, "/api/v1" + at, body, status, List.of(told));
    }

    static Wrong put(String path, String at, Object body, int status, String... told) {
        return new Wrong("PUT", "/api/v1" + path, "/api/v1" + at, body, status, List.of(told));
    }
}

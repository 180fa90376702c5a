package org.oneseal.gateway.problems;

import org.springframework.http.HttpStatus;

/**
 * Every answer the gateway gives of its own; the name is the last part of {@code
 * urn:oneseal:problem:}.
 */
public enum Problem {
    BAD_REQUEST("bad-request", HttpStatus.BAD_REQUEST),
    ADDRESS_MALFORMED("address-malformed", HttpStatus.BAD_REQUEST),
    UNAUTHORIZED("unauthenticated", HttpStatus.UNAUTHORIZED),
    INVALID_TOKEN("invalid-token", HttpStatus.UNAUTHORIZED),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
    REQUEST_TIMEOUT("request-timeout", HttpStatus.REQUEST_TIMEOUT),
    PAYLOAD_TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE),
    ADDRESS_TOO_LONG("address-too-long", HttpStatus.URI_TOO_LONG),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR("internal", HttpStatus.INTERNAL_SERVER_ERROR),
    BAD_GATEWAY("bad-gateway", HttpStatus.BAD_GATEWAY),
    SERVICE_UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    OVERLOADED("overloaded", HttpStatus.SERVICE_UNAVAILABLE),
    IDENTITY_UNAVAILABLE("identity-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    GATEWAY_TIMEOUT("gateway-timeout", HttpStatus.GATEWAY_TIMEOUT);

    private final String code;
    private final HttpStatus status;

    Problem(String code, HttpStatus status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public HttpStatus status() {
        return status;
    }
}

package org.oneseal.platform.web;

/**
 * The caller's own name for one attempt, from {@code Idempotency-Key} (1 to 100 visible
 * characters). A controller method that takes it answers 400 without the header.
 */
public record IdempotencyKey(String value) {}

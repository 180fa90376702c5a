package org.oneseal.platform.web;

/**
 * The version the caller has read, from {@code If-Match: "3"}. A controller method that takes it
 * answers 428 without the header and 400 for anything but a quoted number.
 */
public record ExpectedVersion(long value) {}

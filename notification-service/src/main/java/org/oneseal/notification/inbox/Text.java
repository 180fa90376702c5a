package org.oneseal.notification.inbox;

/** Title and body in one language; in a template with names in braces. */
public record Text(String title, String body) {}

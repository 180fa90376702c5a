package org.oneseal.catalog.guide;

/** A text for people in both languages. */
public record Wording(String zh, String en) {}

package org.oneseal.catalog.guide;

/** An answer that something rests on. */
public record Reply(Question question, Object answer) {}

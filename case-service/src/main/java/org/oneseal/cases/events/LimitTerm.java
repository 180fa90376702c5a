package org.oneseal.cases.events;

/** A limit in its own unit. */
public record LimitTerm(int amount, String unit) {}

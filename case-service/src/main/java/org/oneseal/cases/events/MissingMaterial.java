package org.oneseal.cases.events;

import org.jspecify.annotations.Nullable;

/** One entry of a correction notice. */
public record MissingMaterial(String code, String name, @Nullable String reason) {}

package org.oneseal.catalog.web;

import org.jspecify.annotations.Nullable;

/** An objection as a person reads it. */
record ObjectionView(
        String code, String message, @Nullable String ground, @Nullable String field) {}

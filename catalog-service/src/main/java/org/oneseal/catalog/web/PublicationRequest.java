package org.oneseal.catalog.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day the new version governs intake, Asia/Shanghai; today when left out. */
record PublicationRequest(@Nullable LocalDate effectiveFrom) {}

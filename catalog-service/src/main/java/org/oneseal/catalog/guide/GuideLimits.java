package org.oneseal.catalog.guide;

/** How large a guide may be, so that answering it always takes a moment only. */
public record GuideLimits(
        int mostQuestions,
        int mostOptions,
        int mostVariants,
        int mostDeterminations,
        int mostConditionCharacters) {}

package org.oneseal.catalog.reviewing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who has looked at a draft.
 *
 * @param reason why; must be there where the draft did not pass
 * @param by id of the actor
 * @param own whether the draft was last changed by the same person
 */
public record Verdict(
        boolean passed, @Nullable String reason, String by, boolean own, Instant at) {}

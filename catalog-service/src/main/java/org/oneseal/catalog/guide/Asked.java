package org.oneseal.catalog.guide;

import org.jspecify.annotations.Nullable;

/**
 * A question to one person.
 *
 * @param answer null unless it is answered
 */
public record Asked(Question question, Standing standing, @Nullable Object answer) {

    /** Answered, to be asked now, perhaps later, or not to be asked of this person. */
    public enum Standing {
        ANSWERED,
        NEXT,
        LATER,
        NOT_ASKED
    }
}

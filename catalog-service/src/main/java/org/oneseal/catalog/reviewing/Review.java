package org.oneseal.catalog.reviewing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's signed word on a draft (审定). It speaks of one text: whoever changes the draft takes it
 * away.
 *
 * @param state CHECKED or REJECTED
 * @param by id of the actor
 * @param reason why; always there for what was rejected
 * @param draftHash digest of the draft it speaks of
 * @param separate whether another person than the last editor gave it
 */
public record Review(
        EditorialState state,
        String by,
        Instant at,
        @Nullable String reason,
        String draftHash,
        boolean separate) {

    public static Review of(Verdict verdict, String draftHash) {
        String reason = verdict.reason() == null ? "" : verdict.reason().strip();
        return new Review(
                verdict.passed() ? EditorialState.CHECKED : EditorialState.REJECTED,
                verdict.by(),
                verdict.at(),
                reason.isEmpty() ? null : reason,
                draftHash,
                !verdict.own());
    }

    /** How far a draft has come of which this was said last, null for nothing. */
    public static EditorialState state(@Nullable Review given) {
        return given == null ? EditorialState.TO_SUBMIT : given.state();
    }

    /** Whether it sent this very text back. */
    public boolean rejects(String hash) {
        return state == EditorialState.REJECTED && draftHash.equals(hash);
    }

    /** Whether somebody else than its editor found this very text fit to be published. */
    public boolean clears(String hash) {
        return state == EditorialState.CHECKED && separate && draftHash.equals(hash);
    }
}

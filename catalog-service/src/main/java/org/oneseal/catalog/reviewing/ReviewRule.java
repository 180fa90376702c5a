package org.oneseal.catalog.reviewing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * What a region asks of reviews on a day.
 *
 * @param separate whether another person than its editor must have passed a draft before it is
 *     published
 */
public record ReviewRule(boolean separate) {

    /** What stands against saying it, besides what the checks find in the draft. */
    public List<Objection> against(Verdict verdict) {
        List<Objection> objections = new ArrayList<>();
        if (verdict.own() && separate) objections.add(Objection.of("same-person"));
        if (!verdict.passed() && (verdict.reason() == null || verdict.reason().isBlank())) {
            objections.add(Objection.of("reason-missing").at("/reason"));
        }
        return objections;
    }

    /**
     * Why a draft may not be published as far as reviews go.
     *
     * @param given what was last said of it
     * @param hash digest of its text
     * @param code of what it is a draft of
     */
    public Optional<Objection> unreviewed(@Nullable Review given, String hash, String code) {
        if (given != null && given.rejects(hash)) {
            return Optional.of(Objection.of("draft-rejected", code));
        }
        return waits(given, hash)
                ? Optional.of(Objection.of("draft-not-checked", code))
                : Optional.empty();
    }

    private boolean waits(@Nullable Review given, String hash) {
        return separate && (given == null || !given.clears(hash));
    }
}

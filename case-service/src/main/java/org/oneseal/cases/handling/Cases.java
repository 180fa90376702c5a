package org.oneseal.cases.handling;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Outcome.Changed;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;

/** All cases. Every read is within a scope: what lies outside does not exist. */
public interface Cases {

    /** Reads without a lock, for showing. */
    Optional<CaseOnFile> find(String id, Scope scope);

    /** Reads and locks until the end of the transaction, for changing. */
    Optional<CaseOnFile> lock(String id, Scope scope);

    /** Writes a new case with its events. */
    CaseOnFile add(Changed born, @Nullable String form, Actor actor);

    /**
     * Writes what was added to a case with its events.
     *
     * @throws org.oneseal.platform.web.StaleVersion if somebody else was faster
     */
    CaseOnFile save(CaseOnFile before, Changed changed, Actor actor);

    /**
     * Reads and locks many cases, in the order of their ids; for feeds and decrees, without a
     * scope.
     */
    Map<String, CaseOnFile> lockAll(Collection<String> ids);

    /**
     * Writes many cases with their events, each at most once.
     *
     * @throws org.oneseal.platform.web.StaleVersion if somebody else was faster
     */
    void writeAll(List<Change> changes, Actor actor);

    /**
     * What is to be written of a case.
     *
     * @param before null for a new one
     */
    record Change(@Nullable CaseOnFile before, Changed changed) {}

    /** The form as the applicant filled it in, decrypted; empty where none was given. */
    Optional<String> form(String id);

    /** Cases whose department's silence is over, the oldest first. */
    List<String> silentUntil(Instant now, int limit);

    /** Cases for which a timer has something to record, the oldest first. */
    List<String> timerDueUntil(Instant now, int limit);
}

package org.oneseal.supervision.ruling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.journal.Actor;
import org.oneseal.supervision.warning.CardRule;

/** Every version of every rule. Writing needs a transaction. */
public interface RuleBook {

    /** All versions of a rule, the newest first, locked against a further one. */
    List<CardRule> versionsForUpdate(String code);

    /** Versions of a rule below a number, the newest first. */
    List<CardRule> versions(String code, int below, int limit);

    /** All versions of a rule, the newest first. */
    List<CardRule> versions(String code);

    Optional<CardRule> version(String code, int version);

    /** Writes a new version down with its history and announcement. */
    void add(CardRule rule, Actor actor, Instant now);

    /** Gives a version its last day. */
    void end(CardRule rule, LocalDate lastDay, String reason, Actor actor, Instant now);
}

package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.supervision.events.RuleEnded;
import org.oneseal.supervision.events.RuleSet;
import org.oneseal.supervision.events.SupervisionEvent;
import org.oneseal.supervision.ruling.RuleBook;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardTerms;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Issuing;
import org.oneseal.supervision.warning.Measure;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Rules in {@code card_rules}, one row a version. */
@Repository
class JdbcRuleBook implements RuleBook {

    private final JdbcTemplate jdbc;
    private final Json json;
    private final Journal journal;

    JdbcRuleBook(JdbcTemplate jdbc, Json json, Journal journal) {
        this.jdbc = jdbc;
        this.json = json;
        this.journal = journal;
    }

    static List<CardRule> read(JdbcTemplate jdbc, Json json, String where, Object... arguments) {
        return jdbc.query(
                """
                SELECT code, version, region, item_code, kind, colour, measure, amount, unit,
                       condition, priority, ground, recipients, issuing, feedback_days, appeal_days,
                       review_days, effective_from, effective_to
                  FROM card_rules WHERE %s ORDER BY code, version DESC
                """
                        .formatted(where),
                (r, _) ->
                        new CardRule(
                                r.getString(1),
                                r.getInt(2),
                                new RegionCode(r.getString(3)),
                                r.getString(4),
                                WatchKind.valueOf(r.getString(5)),
                                Colour.valueOf(r.getString(6)),
                                Measure.valueOf(r.getString(7)),
                                r.getInt(8),
                                LimitUnit.valueOf(r.getString(9)),
                                r.getString(10),
                                r.getInt(11),
                                r.getString(12),
                                List.of(json.read(r.getString(13), String[].class)),
                                Issuing.valueOf(r.getString(14)),
                                new CardTerms(r.getInt(15), r.getInt(16), r.getInt(17)),
                                r.getObject(18, LocalDate.class),
                                r.getObject(19, LocalDate.class)),
                arguments);
    }

    /** A version that does not exist yet can't be locked: the code's name is. */
    @Override
    public List<CardRule> versionsForUpdate(String code) {
        jdbc.query(
                "SELECT pg_advisory_xact_lock(hashtextextended('card_rules/' || ?, 0))",
                _ -> {},
                code);
        return versions(code);
    }

    @Override
    public List<CardRule> versions(String code) {
        return read(jdbc, json, "code = ?", code);
    }

    @Override
    public List<CardRule> versions(String code, int below, int limit) {
        return read(
                jdbc,
                json,
                """
                (code, version) IN (SELECT code, version FROM card_rules
                                     WHERE code = ? AND version < ?
                                     ORDER BY version DESC LIMIT ?)
                """,
                code,
                below,
                limit);
    }

    @Override
    public Optional<CardRule> version(String code, int version) {
        return read(jdbc, json, "code = ? AND version = ?", code, version).stream().findFirst();
    }

    @Override
    public void add(CardRule rule, Actor actor, Instant now) {
        jdbc.update(
                """
                INSERT INTO card_rules (code, version, region, item_code, kind, colour, measure,
                                        amount, unit, condition, priority, ground, recipients,
                                        issuing, feedback_days, appeal_days, review_days,
                                        effective_from, effective_to)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
                """,
                rule.code(),
                rule.version(),
                rule.region().value(),
                rule.itemCode(),
                rule.kind().name(),
                rule.colour().name(),
                rule.measure().name(),
                rule.amount(),
                rule.unit().name(),
                rule.condition(),
                rule.priority(),
                rule.ground(),
                json.write(rule.recipients()),
                rule.issuing().name(),
                rule.terms().feedback(),
                rule.terms().appeal(),
                rule.terms().review(),
                rule.effectiveFrom(),
                rule.effectiveTo());
        String by = actor.id();
        append(
                rule,
                new RuleSet(
                        rule.code(),
                        rule.version(),
                        rule.region().value(),
                        rule.itemCode(),
                        rule.kind().name(),
                        rule.colour().name(),
                        rule.measure().name(),
                        rule.amount(),
                        rule.unit().name(),
                        rule.condition(),
                        rule.priority(),
                        rule.ground(),
                        rule.recipients(),
                        rule.issuing().name(),
                        rule.effectiveFrom(),
                        rule.effectiveTo(),
                        by),
                actor,
                now);
    }

    @Override
    public void end(CardRule rule, LocalDate lastDay, String reason, Actor actor, Instant now) {
        jdbc.update(
                "UPDATE card_rules SET effective_to = ? WHERE code = ? AND version = ?",
                lastDay,
                rule.code(),
                rule.version());
        append(
                rule,
                new RuleEnded(
                        rule.code(),
                        rule.version(),
                        rule.region().value(),
                        lastDay,
                        reason,
                        actor.id()),
                actor,
                now);
    }

    private void append(CardRule rule, SupervisionEvent event, Actor actor, Instant now) {
        Chain before =
                jdbc.queryForObject(
                        "SELECT sequence, chain_head FROM card_rules WHERE code = ? AND version = ?",
                        (r, _) ->
                                new Chain(
                                        "card-rule",
                                        rule.code() + "@" + rule.version(),
                                        r.getLong(1),
                                        r.getString(2)),
                        rule.code(),
                        rule.version());
        Chain after =
                journal.append(
                        java.util.Objects.requireNonNull(before),
                        actor,
                        List.of(
                                new Happening(
                                        event.type(),
                                        now,
                                        Placement.of(rule.region(), null),
                                        event)));
        jdbc.update(
                "UPDATE card_rules SET sequence = ?, chain_head = ? WHERE code = ? AND version = ?",
                after.sequence(),
                after.head(),
                rule.code(),
                rule.version());
    }
}

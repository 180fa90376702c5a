package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.supervising.Cards;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardCommand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Issued and held cards, changed by people. */
@Repository
class JdbcCards implements Cards {

    private final JdbcClient client;
    private final Rows rows;

    JdbcCards(JdbcClient client, Rows rows) {
        this.client = client;
        this.rows = rows;
    }

    @Override
    public Optional<Filed> find(String id, Scope scope) {
        Scope.Predicate within = scope.sql("c");
        return client.sql(
                        "SELECT to_jsonb(c)::text FROM cards c WHERE id = :id AND " + within.sql())
                .param("id", id)
                .params(within.parameters())
                .query(String.class)
                .optional()
                .map(this::filed);
    }

    @Override
    public List<Filed> crossedWithin(
            Scope scope,
            RegionCode region,
            @Nullable String department,
            Instant from,
            Instant to,
            int limit) {
        Scope.Predicate within = scope.sql("c");
        return client
                .sql(
                        """
                        SELECT to_jsonb(c)::text FROM cards c
                         WHERE %s AND region LIKE :places
                           AND (:department::text IS NULL OR department = :department)
                           AND threshold >= :from AND threshold <= :to
                           AND NOT revoked AND state NOT IN ('DISMISSED', 'CLOSED')
                         ORDER BY id LIMIT :limit FOR UPDATE
                        """
                                .formatted(within.sql()))
                .params(within.parameters())
                .param("places", region.equals(RegionCode.NATION) ? "%" : region.prefix() + "%")
                .param("department", department)
                .param("from", JdbcFiles.at(from))
                .param("to", JdbcFiles.at(to))
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(this::filed)
                .toList();
    }

    private Filed filed(String json) {
        CardRow row = rows.parse(json, CardRow.class);
        return new Filed(
                row.card(),
                row.chain(),
                row.ref(),
                row.placement(),
                row.cell(),
                row.ruleCode(),
                row.ruleVersion());
    }

    private record Saved(
            String id,
            long expected,
            String state,
            @Nullable String appellant,
            @Nullable String cause,
            boolean revoked,
            CardRow.Act act,
            long version,
            String head,
            @Nullable Instant answerBy,
            @Nullable Instant decideBy) {}

    @Override
    public int save(List<Change> changes, Instant now) {
        if (changes.isEmpty()) return 0;
        return client.sql(
                        """
                        UPDATE cards c
                           SET state = s.state, appellant = s.appellant, proposed_cause = s.cause,
                               proposed_at = CASE WHEN s.cause IS NULL THEN NULL
                                                  ELSE c.proposed_at END,
                               revoked = s.revoked, acts = acts || s.act, version = s.version,
                               chain_head = s.head,
                               answer_by = coalesce(s.answer_by, c.answer_by),
                               decide_by = coalesce(s.decide_by, c.decide_by)
                          FROM jsonb_to_recordset(:saved::jsonb)
                               AS s(id text, expected bigint, state text, appellant text,
                                    cause text, revoked boolean, act jsonb, version bigint,
                                    head text, answer_by timestamptz, decide_by timestamptz)
                         WHERE c.id = s.id AND c.version = s.expected
                        """)
                .param("saved", rows.json(changes.stream().map(c -> saved(c, now)).toList()))
                .update();
    }

    private static Saved saved(Change change, Instant now) {
        Card card = change.after();
        CardCommand command = change.command();
        return new Saved(
                card.id(),
                change.before().chain().sequence(),
                card.state().name(),
                card.appellant(),
                card.proposedCause(),
                card.revoked(),
                new CardRow.Act(
                        command.action().name(),
                        command.actor(),
                        now,
                        command.reason(),
                        command.cause()),
                change.chain().sequence(),
                change.chain().head(),
                change.answerBy(),
                change.decideBy());
    }
}

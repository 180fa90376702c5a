package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.supervision.events.CardRevocationProposed;
import org.oneseal.supervision.events.CardRevocationWithdrawn;
import org.oneseal.supervision.events.SupervisionEvent;
import org.oneseal.supervision.supervising.CardDesk;
import org.oneseal.supervision.supervising.Deadlines;
import org.oneseal.supervision.supervising.Draw;
import org.oneseal.supervision.warning.Colour;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Cards as they are drawn, held, issued, doubted and left unanswered: a batch a statement. */
@Repository
class JdbcCardDesk implements CardDesk {

    private static final Actor SUPERVISION = Actor.system("supervision");

    private final JdbcTemplate jdbc;
    private final Rows rows;
    private final Journal journal;

    JdbcCardDesk(JdbcTemplate jdbc, Rows rows, Journal journal) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.journal = journal;
    }

    private record Linked(String id, long version, String chainHead) {}

    @Override
    public List<Issued> issue(List<Draw> draws, Map<String, Deadlines.Times> times, Instant now) {
        Map<String, CardRow> drawn = new LinkedHashMap<>();
        for (Draw draw : draws) {
            Deadlines.Times own = Objects.requireNonNull(times.get(draw.cardId()));
            drawn.putIfAbsent(draw.cardId(), CardRow.of(draw, own, now));
        }
        if (drawn.isEmpty()) return List.of();
        jdbc.queryForList(
                        "SELECT id FROM cards WHERE id = ANY (?)",
                        String.class,
                        (Object) JdbcFiles.array(drawn.keySet()))
                .forEach(drawn::remove);
        List<CardRow> issued =
                drawn.values().stream().filter(row -> row.state().isIssued()).toList();
        history(issued, now).forEach(drawn::put);
        try {
            rows.copy("cards", CardRow.COLUMNS, drawn.values());
        } catch (DuplicateKeyException e) {
            // Who draws holds the watch; whoever drew the same without it is found here.
            throw new OptimisticLockingFailureException(
                    "somebody drew one of " + drawn.keySet(), e);
        }
        return issued.stream().map(row -> new Issued(row.id(), row.cell(), row.colour())).toList();
    }

    /** The cards with the beginning of their history, so that each row is written once. */
    private Map<String, CardRow> history(List<CardRow> issued, Instant now) {
        Map<String, CardRow> linked = new LinkedHashMap<>();
        if (issued.isEmpty()) return linked;
        List<Chain> ends =
                journal.appendAll(
                        issued.stream()
                                .map(row -> addition(row, SUPERVISION, row.issued(), now))
                                .toList());
        for (int i = 0; i < ends.size(); i++) {
            linked.put(issued.get(i).id(), issued.get(i).linked(ends.get(i)));
        }
        return linked;
    }

    private List<Issued> announce(List<CardRow> cards, Actor actor, Instant now) {
        append(cards.stream().map(row -> addition(row, actor, row.issued(), now)).toList());
        return cards.stream().map(row -> new Issued(row.id(), row.cell(), row.colour())).toList();
    }

    @Override
    public List<Held> opened(Instant now, int limit) {
        return rows
                .read(
                        CardRow.class,
                        """
                        SELECT to_jsonb(c)::text FROM cards c
                         WHERE state = 'PENDING' AND issue_at IS NOT NULL AND issue_at <= ?
                           AND proposed_cause IS NULL
                         ORDER BY issue_at LIMIT ? FOR UPDATE SKIP LOCKED
                        """,
                        JdbcFiles.at(now),
                        limit)
                .stream()
                .map(r -> new Held(r.id(), r.ruleCode(), r.ruleVersion(), r.watch()))
                .toList();
    }

    private record Opened(
            String id, String issuer, Instant issuedAt, Instant answerBy, Instant appealUntil) {}

    @Override
    public List<Issued> release(
            Map<String, Deadlines.Times> times, String issuer, Actor actor, Instant now) {
        rows.update(
                """
                UPDATE cards c SET state = 'ISSUED', issuer = o.issuer, issued_at = o.issued_at,
                       issue_at = NULL, answer_by = o.answer_by, appeal_until = o.appeal_until,
                       proposed_cause = NULL, proposed_at = NULL
                  FROM jsonb_to_recordset(?::jsonb)
                       AS o(id text, issuer text, issued_at timestamptz, answer_by timestamptz,
                            appeal_until timestamptz)
                 WHERE c.id = o.id AND c.state = 'PENDING'
                """,
                times.entrySet().stream()
                        .map(
                                e ->
                                        new Opened(
                                                e.getKey(),
                                                issuer,
                                                now,
                                                e.getValue().answerBy(),
                                                e.getValue().appealUntil()))
                        .toList());
        List<CardRow> released =
                rows.read(
                        CardRow.class,
                        """
                        SELECT to_jsonb(c)::text FROM cards c
                         WHERE id = ANY (?) AND version = 0 AND state = 'ISSUED' ORDER BY id
                        """,
                        (Object) JdbcFiles.array(times.keySet()));
        return announce(released, actor, now);
    }

    @Override
    public List<Unanswered> unanswered(Instant now, int limit) {
        List<CardRow> cards =
                rows.read(
                        CardRow.class,
                        """
                        SELECT to_jsonb(c)::text FROM cards c
                         WHERE colour = 'YELLOW' AND state IN ('ISSUED', 'ACKNOWLEDGED', 'UPHELD')
                           AND escalated_at IS NULL AND answer_by < ? AND proposed_cause IS NULL
                         ORDER BY answer_by LIMIT ? FOR UPDATE SKIP LOCKED
                        """,
                        JdbcFiles.at(now),
                        limit);
        Map<String, WatchRow> watches = new HashMap<>();
        rows.select(
                        WatchRow.class,
                        "watches WHERE id = ANY (?)",
                        (Object) JdbcFiles.array(cards.stream().map(CardRow::watchId).toList()))
                .forEach(row -> watches.put(row.id(), row));
        return cards.stream().map(card -> unanswered(card, watches.get(card.watchId()))).toList();
    }

    /** A card by hand has no watch but what it tells itself. */
    private static Unanswered unanswered(CardRow card, @Nullable WatchRow watch) {
        return new Unanswered(
                card.id(),
                card.kind(),
                card.issuedAt(),
                card.answerBy(),
                card.knownAt(),
                card.caseSequence(),
                watch == null ? card.watch() : watch.watch());
    }

    @Override
    public void escalated(Collection<String> cardIds, Instant now) {
        jdbc.update(
                "UPDATE cards SET escalated_at = ? WHERE id = ANY (?)",
                JdbcFiles.at(now),
                JdbcFiles.array(cardIds));
    }

    @Override
    public List<String> standingOn(String cardId) {
        return jdbc.queryForList(
                """
                SELECT id FROM cards
                 WHERE parent = ? AND NOT revoked AND proposed_cause IS NULL
                   AND state NOT IN ('DISMISSED', 'CLOSED')
                """,
                String.class,
                cardId);
    }

    @Override
    public Map<String, List<Standing>> standing(Collection<String> watchIds) {
        Map<String, List<Standing>> found = new HashMap<>();
        jdbc.query(
                """
                SELECT watch_id, id, colour, proposed_cause FROM cards
                 WHERE watch_id = ANY (?) AND NOT revoked AND origin = 'RULE'
                   AND state <> 'DISMISSED'
                """,
                r -> {
                    found.computeIfAbsent(r.getString(1), _ -> new ArrayList<>())
                            .add(
                                    new Standing(
                                            r.getString(2),
                                            Colour.valueOf(r.getString(3)),
                                            r.getString(4) != null));
                },
                (Object) JdbcFiles.array(watchIds));
        return found;
    }

    @Override
    public void propose(List<Proposal> proposals, Instant now) {
        Map<String, @Nullable String> causes = new HashMap<>();
        proposals.forEach(p -> causes.put(p.cardId(), p.cause()));
        List<CardRow> cards =
                rows.read(
                        CardRow.class,
                        """
                        SELECT to_jsonb(c)::text FROM cards c WHERE id = ANY (?)
                         ORDER BY id FOR UPDATE
                        """,
                        (Object) JdbcFiles.array(causes.keySet()));
        List<Journal.Addition> additions = new ArrayList<>();
        for (CardRow card : cards) {
            if (!card.state().isIssued()) continue;
            String cause = causes.get(card.id());
            SupervisionEvent event =
                    cause == null
                            ? new CardRevocationWithdrawn(card.ref())
                            : new CardRevocationProposed(card.ref(), cause);
            additions.add(addition(card, SUPERVISION, event, now));
        }
        append(additions);
        rows.update(
                """
                UPDATE cards c
                   SET proposed_cause = p.cause,
                       proposed_at = CASE WHEN p.cause IS NULL THEN NULL ELSE p.at END
                  FROM jsonb_to_recordset(?::jsonb) AS p(id text, cause text, at timestamptz)
                 WHERE c.id = p.id
                """,
                causes.entrySet().stream()
                        .map(e -> new Change(e.getKey(), e.getValue(), now))
                        .toList());
    }

    private record Change(String id, @Nullable String cause, Instant at) {}

    private static Journal.Addition addition(
            CardRow row, Actor actor, SupervisionEvent event, Instant now) {
        return new Journal.Addition(
                row.chain(),
                actor,
                List.of(new Happening(event.type(), now, row.placement(), event)));
    }

    private void append(List<Journal.Addition> additions) {
        if (additions.isEmpty()) return;
        rows.update(
                """
                UPDATE cards c SET version = l.version, chain_head = l.chain_head
                  FROM jsonb_to_recordset(?::jsonb) AS l(id text, version bigint, chain_head text)
                 WHERE c.id = l.id
                """,
                journal.appendAll(additions).stream()
                        .map(end -> new Linked(end.aggregateId(), end.sequence(), end.head()))
                        .toList());
    }
}

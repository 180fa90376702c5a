package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.events.CardIssued;
import org.oneseal.supervision.events.CardRef;
import org.oneseal.supervision.events.CardRevocationProposed;
import org.oneseal.supervision.events.CardRevocationWithdrawn;
import org.oneseal.supervision.events.SupervisionEvent;
import org.oneseal.supervision.supervising.CardDesk;
import org.oneseal.supervision.supervising.Cards;
import org.oneseal.supervision.supervising.Draw;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardCommand;
import org.oneseal.supervision.warning.Colour;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCards implements CardDesk, Cards {

    private static final Actor SUPERVISION = Actor.system("supervision");
    private static final String AGGREGATE = "card";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Rows rows;
    private final Journal journal;

    JdbcCards(JdbcTemplate jdbc, JdbcClient client, Rows rows, Journal journal) {
        this.jdbc = jdbc;
        this.client = client;
        this.rows = rows;
        this.journal = journal;
    }

    private record Linked(String id, long version, String chainHead) {}

    @Override
    public int issue(List<Draw> draws, Map<String, Instant> appealUntil, Instant now) {
        Map<String, CardRow> drawn = new LinkedHashMap<>();
        for (Draw draw : draws) {
            Instant until = appealUntil.getOrDefault(draw.cardId(), now);
            drawn.putIfAbsent(draw.cardId(), CardRow.of(draw, until, now));
        }
        Set<String> fresh =
                new HashSet<>(rows.insertNew("cards", "id", CardRow.COLUMNS, drawn.values()));
        List<Journal.Addition> additions =
                drawn.values().stream()
                        .filter(row -> fresh.contains(row.id()))
                        .map(
                                row ->
                                        addition(
                                                row,
                                                Chain.start(AGGREGATE, row.id()),
                                                issued(row),
                                                now))
                        .toList();
        append(additions);
        return fresh.size();
    }

    @Override
    public Map<String, List<Standing>> standing(Collection<String> watchIds) {
        Map<String, List<Standing>> found = new HashMap<>();
        jdbc.query(
                """
                SELECT watch_id, id, colour, proposed_cause FROM cards
                 WHERE watch_id = ANY (?) AND NOT revoked
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
            String cause = causes.get(card.id());
            SupervisionEvent event =
                    cause == null
                            ? new CardRevocationWithdrawn(ref(card))
                            : new CardRevocationProposed(ref(card), cause);
            additions.add(addition(card, chain(card), event, now));
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

    @Override
    public Optional<Cards.Filed> find(String id, Scope scope) {
        Scope.Predicate within = scope.sql("c");
        return client.sql(
                        "SELECT to_jsonb(c)::text FROM cards c WHERE id = :id AND " + within.sql())
                .param("id", id)
                .params(within.parameters())
                .query(String.class)
                .optional()
                .map(json -> rows.parse(json, CardRow.class))
                .map(row -> new Cards.Filed(row.card(), chain(row), ref(row), placement(row)));
    }

    @Override
    public boolean save(
            Cards.Filed before, Card after, CardCommand command, Chain chain, Instant now) {
        CardRow.Act act =
                new CardRow.Act(
                        command.action().name(),
                        command.actor(),
                        now,
                        command.reason(),
                        command.cause());
        return client.sql(
                                """
                                UPDATE cards
                                   SET state = :state, appellant = :appellant,
                                       proposed_cause = :cause, revoked = :revoked,
                                       acts = acts || :act::jsonb, version = :version,
                                       chain_head = :head
                                 WHERE id = :id AND version = :expected
                                """)
                        .param("state", after.state().name())
                        .param("appellant", after.appellant())
                        .param("cause", after.proposedCause())
                        .param("revoked", after.revoked())
                        .param("act", rows.json(act))
                        .param("version", chain.sequence())
                        .param("head", chain.head())
                        .param("id", after.id())
                        .param("expected", before.chain().sequence())
                        .update()
                == 1;
    }

    private static Journal.Addition addition(
            CardRow row, Chain chain, SupervisionEvent event, Instant now) {
        return new Journal.Addition(
                chain,
                SUPERVISION,
                List.of(new Happening(event.type(), now, placement(row), event)));
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

    private static Chain chain(CardRow row) {
        return new Chain(AGGREGATE, row.id(), row.version(), row.chainHead());
    }

    private static Placement placement(CardRow row) {
        return Placement.of(row.region(), row.department()).concerning(row.party());
    }

    private static CardRef ref(CardRow row) {
        return new CardRef(
                row.id(),
                row.watchId(),
                row.caseId(),
                row.caseNumber(),
                row.itemName(),
                row.colour().name(),
                row.department(),
                row.party());
    }

    private static CardIssued issued(CardRow row) {
        return new CardIssued(
                row.id(),
                row.watchId(),
                row.caseId(),
                row.caseNumber(),
                row.itemCode(),
                row.itemName(),
                row.kind().name(),
                row.colour().name(),
                new CardIssued.Rule(row.ruleCode(), row.ruleVersion(), row.ground()),
                row.threshold(),
                row.due(),
                row.overBy(),
                row.department(),
                row.recipients(),
                row.party(),
                row.source());
    }
}

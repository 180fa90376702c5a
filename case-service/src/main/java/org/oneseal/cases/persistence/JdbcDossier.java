package org.oneseal.cases.persistence;

import java.time.Instant;
import java.util.List;
import org.oneseal.cases.dossier.Dossier;
import org.oneseal.cases.events.DossierEvent;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDossier implements Dossier {

    private final JdbcClient jdbc;
    private final Journal journal;

    JdbcDossier(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** The piece's row is locked first: it is what keeps the order of its events. */
    @Override
    public void record(Case it, Piece piece, DossierEvent event, Instant at, Actor actor) {
        String type = piece.kind().chainType();
        jdbc.sql(
                        """
                        INSERT INTO dossier_piece (kind, id, case_id, version, chain_head)
                        VALUES (?, ?, ?, 0, '') ON CONFLICT DO NOTHING
                        """)
                .params(piece.kind().name(), piece.id(), it.header().id())
                .update();
        Chain before =
                jdbc.sql(
                                """
                                SELECT version, chain_head FROM dossier_piece
                                 WHERE kind = ? AND id = ? FOR UPDATE
                                """)
                        .params(piece.kind().name(), piece.id())
                        .query(
                                (r, _) ->
                                        r.getLong(1) == 0
                                                ? Chain.start(type, piece.id())
                                                : new Chain(
                                                        type,
                                                        piece.id(),
                                                        r.getLong(1),
                                                        r.getString(2)))
                        .single();
        var placement =
                Placement.of(it.header().region().value(), it.header().department())
                        .concerning(it.header().party());
        Chain after =
                journal.append(
                        before,
                        actor,
                        List.of(new Happening(event.eventType(), at, placement, event)));
        jdbc.sql(
                        """
                        UPDATE dossier_piece SET version = ?, chain_head = ?
                         WHERE kind = ? AND id = ?
                        """)
                .params(after.sequence(), after.head(), piece.kind().name(), piece.id())
                .update();
    }

    @Override
    public List<Piece> of(String caseId) {
        return jdbc.sql(
                        """
                        SELECT kind, id FROM dossier_piece WHERE case_id = ?
                         ORDER BY kind, id LIMIT 500
                        """)
                .param(caseId)
                .query((r, _) -> new Piece(Kind.valueOf(r.getString(1)), r.getString(2)))
                .list();
    }
}

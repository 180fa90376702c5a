package org.oneseal.cases.dossier;

import java.time.Instant;
import java.util.List;
import org.oneseal.cases.events.DossierEvent;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.journal.Actor;

/** What belongs to cases, each piece with its chain. */
public interface Dossier {

    /** Kinds of pieces; also the type of their chains. */
    enum Kind {
        PAPER,
        CERTIFICATE,
        DOCUMENT,
        DELIVERY,
        FILING;

        public String chainType() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A piece of a case. */
    record Piece(Kind kind, String id) {}

    /** Writes what happened to a piece into its chain and announces it, in the transaction. */
    void record(Case it, Piece piece, DossierEvent event, Instant at, Actor actor);

    List<Piece> of(String caseId);
}

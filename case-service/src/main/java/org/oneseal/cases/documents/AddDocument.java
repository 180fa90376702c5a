package org.oneseal.cases.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.dossier.Dossier;
import org.oneseal.cases.events.DocumentAdded;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;

/** Adds a checked file to a case. Runs in the caller's transaction. */
public final class AddDocument {

    private final Documents documents;
    private final DocumentVault vault;
    private final Dossier dossier;
    private final Ids ids;

    public AddDocument(Documents documents, DocumentVault vault, Dossier dossier, Ids ids) {
        this.documents = documents;
        this.vault = vault;
        this.dossier = dossier;
        this.ids = ids;
    }

    public Document add(
            Case it,
            @Nullable String material,
            CheckedFile file,
            Document.Origin origin,
            Actor actor,
            Instant now) {
        vault.keep(file.digest(), file.content());
        var document =
                new Document(
                        ids.next(it.header().region()),
                        it.header().id(),
                        material,
                        file.name(),
                        file.mediaType(),
                        file.content().length,
                        file.digest(),
                        now,
                        actor.id(),
                        file.scan(),
                        origin);
        documents.add(document);
        dossier.record(
                it,
                new Dossier.Piece(Dossier.Kind.DOCUMENT, document.id()),
                new DocumentAdded(
                        it.reference(),
                        document.id(),
                        material,
                        document.mediaType(),
                        document.size(),
                        document.digest(),
                        document.scan().name(),
                        origin.source().name(),
                        origin.id(),
                        origin.purpose(),
                        origin.consentBy()),
                now,
                actor);
        return document;
    }
}

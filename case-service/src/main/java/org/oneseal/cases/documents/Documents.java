package org.oneseal.cases.documents;

import java.util.List;
import java.util.Optional;

/** What is known about documents; their bytes are in the {@link DocumentVault}. */
public interface Documents {

    void add(Document document);

    List<Document> ofCase(String caseId);

    Optional<Document> find(String caseId, String id);

    /** What a party handed in with other cases, the newest first. */
    List<Document> ofParty(String party, String exceptCase);
}

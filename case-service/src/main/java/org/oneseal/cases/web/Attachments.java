package org.oneseal.cases.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.oneseal.cases.documents.Document;
import org.oneseal.cases.documents.Documents;
import org.springframework.stereotype.Component;

/** The documents of a case to which an opinion or a question may refer. */
@Component
class Attachments {

    private final Documents documents;

    Attachments(Documents documents) {
        this.documents = documents;
    }

    Set<String> of(String caseId) {
        return documents.ofCase(caseId).stream()
                .map(Document::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.oneseal.cases.events;

import java.time.Instant;
import java.util.List;

/**
 * What was promised.
 *
 * @param textHash of notice and promise, with the name of its algorithm
 * @param subject credit code of an organisation, the party of a natural person
 */
public record PromiseTerms(
        String promiseId,
        String textHash,
        List<PromisedMaterial> materials,
        Instant promisedAt,
        String ground,
        String subject,
        String subjectKind) {
    public PromiseTerms {
        materials = List.copyOf(materials);
    }
}

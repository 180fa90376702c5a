package org.oneseal.supervision.web;

import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.journal.EvidenceExport;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.oneseal.supervision.supervising.Register;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What whoever got a card takes away to catch us with: everything that was done with it, with seals
 * and keys and a signed receipt. Why it was drawn is its proof, not its history.
 */
@RestController
class EvidenceApi {

    private final Register register;
    private final EvidenceExport export;

    EvidenceApi(Register register, EvidenceExport export) {
        this.register = register;
        this.export = export;
    }

    /** The history of a card, to be verified offline; one that is held has none yet. */
    @GetMapping("/api/v1/cards/{id}/evidence")
    Evidence evidence(Caller caller, @PathVariable String id) {
        return register.card(id, Sights.of(caller))
                .flatMap(card -> export.of("card", card.id()))
                .orElseThrow(() -> new NotFound("card", id));
    }
}

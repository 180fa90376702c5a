package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.dossier.Dossier;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Receipt;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.EvidenceExport;
import org.oneseal.platform.journal.Receipts;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a person takes away to catch us with: a signed receipt, and the whole history with its
 * proof.
 */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "evidence")
class EvidenceApi {

    private final Cases cases;
    private final Reaches reaches;
    private final Receipts receipts;
    private final EvidenceExport export;
    private final Dossier dossier;

    EvidenceApi(
            Cases cases,
            Reaches reaches,
            Receipts receipts,
            EvidenceExport export,
            Dossier dossier) {
        this.cases = cases;
        this.reaches = reaches;
        this.receipts = receipts;
        this.export = export;
        this.dossier = dossier;
    }

    @GetMapping("/receipt")
    @Operation(summary = "A signed receipt over the case as it is now")
    Receipt receipt(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        CaseOnFile file = file(caller, onBehalfOf, id);
        return receipts.issue(new Chain("case", id, file.version(), file.chainHead()));
    }

    @GetMapping("/evidence")
    @Operation(summary = "The whole history with seals and keys, to be verified offline")
    Evidence evidence(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        file(caller, onBehalfOf, id);
        return export.of("case", id).orElseThrow(() -> new NotFound("evidence", id));
    }

    @GetMapping("/evidence/dossier")
    @Operation(summary = "The same of every paper, document and certificate of the case")
    List<Evidence> dossier(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        file(caller, onBehalfOf, id);
        return dossier.of(id).stream()
                .flatMap(piece -> export.of(piece.kind().chainType(), piece.id()).stream())
                .toList();
    }

    private CaseOnFile file(Caller caller, @Nullable String onBehalfOf, String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        return reach.covered(
                cases.find(id, reach.scope()).orElseThrow(() -> new NotFound("case", id)));
    }
}

package org.oneseal.cases.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.documents.CheckedFile;
import org.oneseal.cases.documents.Document;
import org.oneseal.cases.documents.VirusScan;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every way of handing in a file has in common. */
@Component
class AcceptingFiles {

    private final VirusScan scanner;
    private final ItemVersions items;
    private final Problems problems;

    AcceptingFiles(VirusScan scanner, ItemVersions items, Problems problems) {
        this.scanner = scanner;
        this.items = items;
        this.problems = problems;
    }

    record DocumentView(
            String id,
            @Nullable String materialCode,
            String fileName,
            String mediaType,
            long size,
            String digest,
            Instant storedAt,
            Document.Scan scan,
            Document.Source source,
            @Nullable String sourceId,
            @Nullable String purpose) {}

    DocumentView view(Document d) {
        return new DocumentView(
                d.id(),
                d.materialCode(),
                d.fileName(),
                d.mediaType(),
                d.size(),
                d.digest(),
                d.storedAt(),
                d.scan(),
                d.origin().source(),
                d.origin().id(),
                d.origin().purpose());
    }

    ResponseEntity<?> created(Document d) {
        return ResponseEntity.created(
                        URI.create("/api/v1/cases/" + d.caseId() + "/documents/" + d.id()))
                .body(view(d));
    }

    /** Nothing is added to a case that is over. */
    @Nullable ResponseEntity<?> refusal(Case it) {
        if (it.state().open()) return null;
        return problems.conflict(
                List.of(Objection.of("not-in-this-state", "ADD_DOCUMENT", it.state().name())));
    }

    /** Before any transaction: a scanner may take its time. */
    CheckedFile.Result check(Case it, String name, byte[] content, @Nullable String material) {
        return CheckedFile.check(name, content, material, materials(it), scanner);
    }

    List<Objection> names(Case it, String name, @Nullable String material) {
        return CheckedFile.names(name, material, materials(it));
    }

    private @Nullable Set<String> materials(Case it) {
        if (it.header().itemCode() == null) return null;
        return HandleCase.item(items, it).materials().stream()
                .map(ItemVersion.Material::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}

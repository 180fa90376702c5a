package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.cases.documents.Document;
import org.oneseal.cases.documents.DocumentVault;
import org.oneseal.cases.documents.Documents;
import org.oneseal.cases.documents.FileKind;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Documents of a case. */
@RestController
@RequestMapping("/api/v1/cases/{id}/documents")
@Tag(name = "documents")
class DocumentsApi {

    private static final String SM3 = "SM3";

    private final Cases cases;
    private final Documents documents;
    private final DocumentVault vault;
    private final DocumentViews views;
    private final Reaches reaches;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Ids ids;
    private final InstantSource time;

    DocumentsApi(
            Cases cases,
            Documents documents,
            DocumentVault vault,
            DocumentViews views,
            Reaches reaches,
            IdempotentPosts posts,
            Problems problems,
            Ids ids,
            InstantSource time) {
        this.cases = cases;
        this.documents = documents;
        this.vault = vault;
        this.views = views;
        this.reaches = reaches;
        this.posts = posts;
        this.problems = problems;
        this.ids = ids;
        this.time = time;
    }

    record DocumentView(
            String id,
            @Nullable String materialCode,
            String fileName,
            String mediaType,
            long size,
            String digest,
            Instant storedAt) {}

    /** From what is on file. */
    @Mapper(
            componentModel = ComponentModel.SPRING,
            implementationName = "<CLASS_NAME>ByMapStruct",
            unmappedTargetPolicy = ReportingPolicy.ERROR)
    interface DocumentViews {

        DocumentView document(Document document);
    }

    private record Upload(@Nullable String material, String fileName, String digest) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Add a document; its content decides what it is")
    ResponseEntity<?> upload(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String material,
            @RequestPart MultipartFile file) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK, Role.CASE_OFFICER);
        CaseOnFile it = file(caller, onBehalfOf, id);
        byte[] content = bytes(file);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String digest = Digest.of(SM3, content).toString();
        return posts.once(
                caller,
                key,
                "POST /cases/" + id + "/documents",
                new Upload(material, name, digest),
                () -> store(caller, it, material, name, content, digest));
    }

    private ResponseEntity<?> store(
            Caller caller,
            CaseOnFile it,
            @Nullable String material,
            String name,
            byte[] content,
            String digest) {
        List<Objection> objections = new ArrayList<>();
        if (!it.value().state().open()) {
            return problems.conflict(
                    List.of(
                            Objection.of(
                                    "not-in-this-state",
                                    "ADD_DOCUMENT",
                                    it.value().state().name())));
        }
        Optional<FileKind> kind = FileKind.of(content);
        if (content.length == 0) objections.add(Objection.of("file-empty").at("/file"));
        else if (kind.isEmpty()) objections.add(Objection.of("file-kind-unknown").at("/file"));
        if (name.isBlank() || name.length() > 200 || name.matches(".*[\\\\/\\p{Cntrl}].*")) {
            objections.add(Objection.of("file-name-invalid").at("/file"));
        }
        if (material != null && material.length() > 50) {
            objections.add(Objection.of("material-not-listed", "").at("/material"));
        }
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        vault.keep(digest, content);
        var document =
                new Document(
                        ids.next(),
                        it.value().header().id(),
                        material,
                        name,
                        kind.orElseThrow().mediaType(),
                        content.length,
                        digest,
                        time.instant(),
                        caller.subject());
        documents.add(document);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/cases/"
                                        + document.caseId()
                                        + "/documents/"
                                        + document.id()))
                .body(views.document(document));
    }

    @GetMapping
    @Operation(summary = "Documents of a case")
    List<DocumentView> list(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        file(caller, onBehalfOf, id);
        return documents.ofCase(id).stream().map(views::document).toList();
    }

    @GetMapping("/{document}")
    @Operation(summary = "A document's content")
    ResponseEntity<byte[]> content(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @PathVariable String document) {
        file(caller, onBehalfOf, id);
        Document found =
                documents.find(id, document).orElseThrow(() -> new NotFound("document", document));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(found.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(vault.read(found.digest()));
    }

    private CaseOnFile file(Caller caller, @Nullable String onBehalfOf, String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        return reach.covered(
                cases.find(id, reach.scope()).orElseThrow(() -> new NotFound("case", id)));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

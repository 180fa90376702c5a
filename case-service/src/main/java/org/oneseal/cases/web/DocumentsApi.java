package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.documents.AddDocument;
import org.oneseal.cases.documents.CheckedFile;
import org.oneseal.cases.documents.Document;
import org.oneseal.cases.documents.DocumentVault;
import org.oneseal.cases.documents.Documents;
import org.oneseal.cases.handling.CaseOnFile;
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

    private final Acts acts;
    private final Documents documents;
    private final DocumentVault vault;
    private final AcceptingFiles accepting;
    private final AddDocument addDocument;
    private final Reaches reaches;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    DocumentsApi(
            Acts acts,
            Documents documents,
            DocumentVault vault,
            AcceptingFiles accepting,
            AddDocument addDocument,
            Reaches reaches,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.acts = acts;
        this.documents = documents;
        this.vault = vault;
        this.accepting = accepting;
        this.addDocument = addDocument;
        this.reaches = reaches;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
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
        Reach reach = reaches.of(caller, onBehalfOf);
        CaseOnFile it = acts.file(reach, id);
        var refusal = accepting.refusal(it.value());
        if (refusal != null) return refusal;
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (accepting.check(it.value(), name, bytes(file), material)) {
            case CheckedFile.Result.Bad(var objections) -> problems.unprocessable(objections);
            case CheckedFile.Result.Good(var good) ->
                    posts.once(
                            caller,
                            key,
                            "POST /cases/" + id + "/documents",
                            new Upload(material, name, good.digest()),
                            () -> store(reach, it, material, good));
        };
    }

    private ResponseEntity<?> store(
            Reach reach, CaseOnFile it, @Nullable String material, CheckedFile file) {
        var refusal = accepting.refusal(it.value());
        if (refusal != null) return refusal;
        var document =
                addDocument.add(
                        it.value(),
                        material,
                        file,
                        Document.Origin.UPLOADED,
                        reach.actor(null),
                        time.instant());
        return accepting.created(document);
    }

    @GetMapping
    @Operation(summary = "Documents of a case")
    List<AcceptingFiles.DocumentView> list(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        acts.file(reaches.of(caller, onBehalfOf), id);
        return documents.ofCase(id).stream().map(accepting::view).toList();
    }

    @GetMapping("/{document}")
    @Operation(summary = "A document's content")
    ResponseEntity<byte[]> content(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @PathVariable String document) {
        acts.file(reaches.of(caller, onBehalfOf), id);
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

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

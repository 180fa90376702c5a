package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.documents.AddDocument;
import org.oneseal.cases.documents.CheckedFile;
import org.oneseal.cases.documents.Document;
import org.oneseal.cases.documents.Upload;
import org.oneseal.cases.documents.Uploads;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files that come in parts, resumed where the line broke (断点续传). */
@RestController
@RequestMapping("/api/v1/cases/{id}/uploads")
@Tag(name = "documents")
class UploadsApi {

    private static final int PART_SIZE = 512 * 1024;
    private static final long LARGEST = 20L * 1024 * 1024;
    private static final int UNDER_WAY = 20;

    private final Acts acts;
    private final Reaches reaches;
    private final Uploads uploads;
    private final AcceptingFiles accepting;
    private final AddDocument addDocument;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Ids ids;
    private final InstantSource time;

    UploadsApi(
            Acts acts,
            Reaches reaches,
            Uploads uploads,
            AcceptingFiles accepting,
            AddDocument addDocument,
            IdempotentPosts posts,
            Problems problems,
            Ids ids,
            InstantSource time) {
        this.acts = acts;
        this.reaches = reaches;
        this.uploads = uploads;
        this.accepting = accepting;
        this.addDocument = addDocument;
        this.posts = posts;
        this.problems = problems;
        this.ids = ids;
        this.time = time;
    }

    /**
     * A file to come.
     *
     * @param digest of the whole, {@code SM3:<hex>} or {@code SHA-256:<hex>}
     */
    record UploadRequest(
            @Nullable @Size(min = 1, max = 50) String material,
            @NotNull @Size(max = 200) String fileName,
            @NotNull @Min(1) Long size,
            @NotNull @Pattern(regexp = "(SM3|SHA-256):[0-9a-f]{64}") String digest) {}

    /**
     * @param missing numbers of the parts that are still to come, from 1
     */
    record UploadView(
            String id, String fileName, long size, int partSize, int parts, List<Integer> missing) {

        static UploadView of(Upload upload, Set<Integer> there) {
            return new UploadView(
                    upload.id(),
                    upload.fileName(),
                    upload.size(),
                    upload.partSize(),
                    upload.parts(),
                    upload.missing(there));
        }
    }

    @PostMapping
    @Operation(summary = "Announce a file that comes in parts")
    ResponseEntity<?> begin(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid UploadRequest body) {
        Case it = file(caller, onBehalfOf, id);
        return posts.once(
                caller, key, "POST /cases/" + id + "/uploads", body, () -> begin(caller, it, body));
    }

    private ResponseEntity<?> begin(Caller caller, Case it, UploadRequest body) {
        var refusal = accepting.refusal(it);
        if (refusal != null) return refusal;
        List<Objection> objections =
                new java.util.ArrayList<>(accepting.names(it, body.fileName(), body.material()));
        if (body.size() > LARGEST) {
            objections.add(Objection.of("file-too-large", LARGEST).at("/size"));
        }
        if (uploads.under(it.header().id()) >= UNDER_WAY) {
            objections.add(Objection.of("too-many-uploads", UNDER_WAY));
        }
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        var upload =
                new Upload(
                        ids.next(it.header().region()),
                        it.header().id(),
                        body.material(),
                        body.fileName(),
                        body.size(),
                        body.digest(),
                        PART_SIZE,
                        caller.subject(),
                        time.instant());
        uploads.begin(upload);
        return ResponseEntity.created(
                        URI.create("/api/v1/cases/" + upload.caseId() + "/uploads/" + upload.id()))
                .body(UploadView.of(upload, Set.of()));
    }

    @GetMapping("/{upload}")
    @Operation(summary = "Which parts are still to come")
    UploadView read(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @PathVariable String upload) {
        file(caller, onBehalfOf, id);
        return UploadView.of(find(caller, id, upload), uploads.parts(upload));
    }

    @PutMapping(
            path = "/{upload}/parts/{number}",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Send a part; sending it again is no harm")
    ResponseEntity<?> part(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @PathVariable String upload,
            @PathVariable int number,
            @RequestBody byte[] content) {
        file(caller, onBehalfOf, id);
        Upload it = find(caller, id, upload);
        if (number < 1 || number > it.parts()) throw new NotFound("part", "" + number);
        if (content.length != it.sizeOf(number)) {
            return problems.unprocessable(
                    List.of(Objection.of("part-size-wrong", number, it.sizeOf(number))));
        }
        if (!uploads.keep(upload, number, content)) {
            return problems.conflict(List.of(Objection.of("part-differs", number)));
        }
        return ResponseEntity.ok(UploadView.of(it, uploads.parts(upload)));
    }

    @PostMapping("/{upload}/completion")
    @Operation(summary = "All parts are there: check the whole and keep it as a document")
    ResponseEntity<?> complete(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @PathVariable String upload) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK, Role.CASE_OFFICER);
        Reach reach = reaches.of(caller, onBehalfOf);
        Case it = acts.file(reach, id).value();
        return posts.once(
                caller,
                key,
                "POST /cases/" + id + "/uploads/" + upload + "/completion",
                upload,
                () -> complete(reach, it, find(caller, id, upload)));
    }

    private ResponseEntity<?> complete(Reach reach, Case it, Upload upload) {
        var refusal = accepting.refusal(it);
        if (refusal != null) return refusal;
        List<Integer> missing = upload.missing(uploads.parts(upload.id()));
        if (!missing.isEmpty()) {
            return problems.conflict(List.of(Objection.of("parts-missing", missing.toString())));
        }
        byte[] whole = uploads.whole(upload.id());
        String algorithm = Digest.parse(upload.digest()).algorithm();
        if (!Digest.of(algorithm, whole).toString().equals(upload.digest())) {
            return problems.unprocessable(
                    List.of(Objection.of("file-digest-differs").at("/digest")));
        }
        return switch (accepting.check(it, upload.fileName(), whole, upload.materialCode())) {
            case CheckedFile.Result.Bad(var objections) -> problems.unprocessable(objections);
            case CheckedFile.Result.Good(var good) -> {
                var document =
                        addDocument.add(
                                it,
                                upload.materialCode(),
                                good,
                                Document.Origin.UPLOADED,
                                reach.actor(null),
                                time.instant());
                uploads.end(upload.id());
                yield accepting.created(document);
            }
        };
    }

    private Case file(Caller caller, @Nullable String onBehalfOf, String id) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK, Role.CASE_OFFICER);
        return acts.file(reaches.of(caller, onBehalfOf), id).value();
    }

    private Upload find(Caller caller, String id, String upload) {
        return uploads.find(id, upload, caller.subject())
                .orElseThrow(() -> new NotFound("upload", upload));
    }
}

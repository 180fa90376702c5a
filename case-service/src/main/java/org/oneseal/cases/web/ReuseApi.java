package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.certificates.Certificate;
import org.oneseal.cases.certificates.Certificates;
import org.oneseal.cases.certificates.KeepCertificate;
import org.oneseal.cases.documents.AddDocument;
import org.oneseal.cases.documents.CheckedFile;
import org.oneseal.cases.documents.Document;
import org.oneseal.cases.documents.DocumentVault;
import org.oneseal.cases.documents.Documents;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.papers.PaperKind;
import org.oneseal.cases.papers.PrintPaper;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a party has handed in or was given before stands for a material (免提交): only of the same
 * party, only with its consent, and never without a purpose.
 */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "documents")
class ReuseApi {

    private static final String GROUND = "个人信息保护法 art. 6, 13, 14";

    private final Acts acts;
    private final Reaches reaches;
    private final Cases cases;
    private final Certificates certificates;
    private final KeepCertificate keep;
    private final PrintPaper printPaper;
    private final Documents documents;
    private final DocumentVault vault;
    private final AcceptingFiles accepting;
    private final AddDocument addDocument;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    ReuseApi(
            Acts acts,
            Reaches reaches,
            Cases cases,
            Certificates certificates,
            KeepCertificate keep,
            PrintPaper printPaper,
            Documents documents,
            DocumentVault vault,
            AcceptingFiles accepting,
            AddDocument addDocument,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.acts = acts;
        this.reaches = reaches;
        this.cases = cases;
        this.certificates = certificates;
        this.keep = keep;
        this.printPaper = printPaper;
        this.documents = documents;
        this.vault = vault;
        this.accepting = accepting;
        this.addDocument = addDocument;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * @param material the material it stands for
     * @param certificate id of a certificate of the same party; either this or a document
     * @param document id of a document of another case of the same party
     * @param fromCase that case
     * @param consent the party agrees, to the clerk or by its own request
     */
    record ReuseRequest(
            @NotBlank @Size(max = 50) String material,
            @Nullable @Size(min = 1, max = 100) String certificate,
            @Nullable @Size(min = 1, max = 64) String document,
            @Nullable @Size(min = 1, max = 64) String fromCase,
            @NotBlank @Size(min = 4, max = 300) String purpose,
            @NotNull Boolean consent) {}

    /** What may be used again; documents are shown to their own party only. */
    record ReusableView(List<ReusableCertificate> certificates, List<ReusableDocument> documents) {}

    record ReusableCertificate(
            String id, String type, String name, String authority, @Nullable LocalDate validTo) {}

    record ReusableDocument(
            String id, String fromCase, String fileName, String digest, Instant storedAt) {}

    @GetMapping("/reusable")
    @Operation(summary = "What the party need not hand in again")
    ReusableView reusable(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        Case it = acts.file(reach, id).value();
        String party = it.header().party();
        if (party == null) return new ReusableView(List.of(), List.of());
        return new ReusableView(
                certificates.ofParty(party, Case.dayOf(time.instant())).stream()
                        .filter(c -> !c.caseId().equals(id))
                        .map(
                                c ->
                                        new ReusableCertificate(
                                                c.id(),
                                                c.type(),
                                                c.name(),
                                                c.authority(),
                                                c.validTo()))
                        .toList(),
                reach.staff() || reach.actingFor()
                        ? List.of()
                        : documents.ofParty(party, id).stream()
                                .map(
                                        d ->
                                                new ReusableDocument(
                                                        d.id(),
                                                        d.caseId(),
                                                        d.fileName(),
                                                        d.digest(),
                                                        d.storedAt()))
                                .toList());
    }

    @PostMapping("/documents/reuse")
    @Operation(summary = "Use a certificate or an earlier document in place of a material")
    ResponseEntity<?> reuse(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid ReuseRequest body) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Reach reach = reaches.of(caller, onBehalfOf);
        Case it = acts.file(reach, id).value();
        return posts.once(
                caller,
                key,
                "POST /cases/" + id + "/documents/reuse",
                body,
                () -> reuse(reach, it, body));
    }

    private ResponseEntity<?> reuse(Reach reach, Case it, ReuseRequest body) {
        var refusal = accepting.refusal(it);
        if (refusal != null) return refusal;
        List<Objection> objections = new ArrayList<>(accepting.names(it, "x", body.material()));
        if (!body.consent()) {
            objections.add(Objection.of("consent-missing").withGround(GROUND).at("/consent"));
        }
        boolean document = body.document() != null && body.fromCase() != null;
        if (document == (body.certificate() != null)) {
            objections.add(Objection.of("one-source-needed").at("/certificate"));
        }
        String party = it.header().party();
        if (party == null) objections.add(Objection.of("party-unknown"));
        if (!objections.isEmpty() || party == null) return problems.unprocessable(objections);
        return document
                ? ofDocument(reach, it, party, body)
                : ofCertificate(reach, it, party, body);
    }

    private ResponseEntity<?> ofCertificate(Reach reach, Case it, String party, ReuseRequest body) {
        String id = Objects.requireNonNull(body.certificate());
        Certificate certificate =
                certificates.find(id).orElseThrow(() -> new NotFound("certificate", id));
        Case issuing = theirs(party, certificate.caseId());
        Instant now = time.instant();
        var status = certificate.statusOn(Case.dayOf(now));
        if (status != Certificate.Status.VALID) {
            return problems.unprocessable(
                    List.of(
                            Objection.of("certificate-not-valid", status.name())
                                    .at("/certificate")));
        }
        Actor actor = reach.actor(null);
        var paper =
                printPaper
                        .print(issuing, PaperKind.CERTIFICATE, null, actor, now)
                        .filter(p -> p.number().equals(id))
                        .orElseThrow(() -> new NotFound("certificate", id));
        keep.use(issuing, certificate, it, body.purpose(), party, actor, now);
        var file =
                new CheckedFile(
                        paper.title() + ".pdf",
                        vault.read(paper.pdfDigest()),
                        "application/pdf",
                        paper.pdfDigest(),
                        Document.Scan.NOT_SCANNED);
        var origin = new Document.Origin(Document.Source.CERTIFICATE, id, body.purpose(), party);
        return accepting.created(addDocument.add(it, body.material(), file, origin, actor, now));
    }

    private ResponseEntity<?> ofDocument(Reach reach, Case it, String party, ReuseRequest body) {
        String id = Objects.requireNonNull(body.document());
        Case from = theirs(party, Objects.requireNonNull(body.fromCase()));
        Document found =
                documents
                        .find(from.header().id(), id)
                        .orElseThrow(() -> new NotFound("document", id));
        var file =
                new CheckedFile(
                        found.fileName(),
                        vault.read(found.digest()),
                        found.mediaType(),
                        found.digest(),
                        found.scan());
        var origin = new Document.Origin(Document.Source.DOCUMENT, id, body.purpose(), party);
        return accepting.created(
                addDocument.add(
                        it, body.material(), file, origin, reach.actor(null), time.instant()));
    }

    /** A case of the same party, whoever handled it; another's does not exist here. */
    private Case theirs(String party, String id) {
        return Optional.of(new Scope.OfParty(party))
                .flatMap(scope -> cases.find(id, scope))
                .orElseThrow(() -> new NotFound("case", id))
                .value();
    }
}

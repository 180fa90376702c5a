package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.documents.DocumentVault;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.papers.PaperKind;
import org.oneseal.cases.papers.PaperText;
import org.oneseal.cases.papers.Papers;
import org.oneseal.cases.papers.Press;
import org.oneseal.cases.papers.PrintPaper;
import org.oneseal.cases.parties.Parties;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a case (文书) as files. */
@RestController
@RequestMapping("/api/v1/cases/{id}/papers")
@Tag(name = "papers")
class PapersApi {

    private final Acts acts;
    private final Reaches reaches;
    private final PrintPaper printPaper;
    private final DocumentVault vault;
    private final Parties parties;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    PapersApi(
            Acts acts,
            Reaches reaches,
            PrintPaper printPaper,
            DocumentVault vault,
            Parties parties,
            Ids ids,
            InstantSource time,
            PlatformTransactionManager transactions) {
        this.acts = acts;
        this.reaches = reaches;
        this.printPaper = printPaper;
        this.vault = vault;
        this.parties = parties;
        this.ids = ids;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    record PaperView(
            PaperKind kind,
            String title,
            String number,
            LocalDate dated,
            List<Press.Format> formats) {

        static PaperView of(PaperText.Draft draft) {
            return new PaperView(
                    draft.kind(),
                    draft.title(),
                    draft.number(),
                    draft.dated(),
                    List.of(Press.Format.values()));
        }
    }

    @GetMapping
    @Operation(summary = "Which papers there are")
    List<PaperView> list(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Case it = handledHere(acts.file(reaches.of(caller, onBehalfOf), id).value());
        return printPaper.due(it).stream().map(PaperView::of).toList();
    }

    @GetMapping("/{kind}")
    @Operation(
            summary =
                    "A paper as PDF/A or as sealed OFD; the same bytes every time; the last of its kind where no number is given")
    ResponseEntity<byte[]> file(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @PathVariable PaperKind kind,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "PDF") Press.Format format) {
        Reach reach = reaches.of(caller, onBehalfOf);
        Case it = handledHere(acts.file(reach, id).value());
        Papers.Printed paper =
                Objects.requireNonNull(
                        transaction.execute(
                                _ -> {
                                    noted(reach, it, kind);
                                    return printPaper
                                            .print(
                                                    it,
                                                    kind,
                                                    number,
                                                    reach.actor(null),
                                                    time.instant())
                                            .orElseThrow(() -> new NotFound("paper", kind.name()));
                                }));
        String name = paper.title() + "." + format.name().toLowerCase(java.util.Locale.ROOT);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Document-Digest", paper.digest(format))
                .body(vault.read(paper.digest(format)));
    }

    /** A paper bears the full name of a person, so staff who open one are written down. */
    private void noted(Reach reach, Case it, PaperKind kind) {
        String party = it.header().party();
        if (!reach.staff()
                || party == null
                || it.header().subjectKind() != CaseHeader.SubjectKind.NATURAL) {
            return;
        }
        parties.noteDisclosure(
                new Parties.Disclosure(
                        ids.next(it.header().region()),
                        party,
                        it.header().id(),
                        "文书 " + kind.name(),
                        reach.caller().subject(),
                        reach.caller().client(),
                        reach.caller().department(),
                        time.instant()));
    }

    private static Case handledHere(Case it) {
        if (it.header().origin() == CaseHeader.Origin.EXCHANGE) {
            throw new NotFound("papers of case", it.header().id());
        }
        return it;
    }
}

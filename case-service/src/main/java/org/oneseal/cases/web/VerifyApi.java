package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.certificates.Certificate;
import org.oneseal.cases.certificates.Certificates;
import org.oneseal.cases.certificates.VerifyCode;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.papers.PaperKind;
import org.oneseal.cases.papers.Papers;
import org.oneseal.platform.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Whether a certificate or a paper is real: for anybody who scans one (扫码核验). */
@RestController
@RequestMapping("/api/v1/verify")
@Tag(name = "certificates")
class VerifyApi {

    private final Certificates certificates;
    private final Papers papers;
    private final Words words;
    private final InstantSource time;

    VerifyApi(Certificates certificates, Papers papers, Words words, InstantSource time) {
        this.certificates = certificates;
        this.papers = papers;
        this.words = words;
        this.time = time;
    }

    /**
     * What anybody learns who has the code.
     *
     * @param kind CERTIFICATE or the kind of the paper
     * @param status code of the certificate's status (GB/T 36902), ISSUED for a paper
     * @param replacedBy the version that counts now
     * @param pdfDigest of the file, where it was printed: whoever has one can compare
     */
    record VerifiedView(
            boolean genuine,
            String kind,
            String id,
            String number,
            String name,
            String authority,
            String holder,
            String item,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate dated,
            String status,
            String statusText,
            @Nullable String replacedBy,
            @Nullable String pdfDigest,
            @Nullable String ofdDigest) {}

    @GetMapping(path = "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Whether a certificate or a paper is real; public")
    ResponseEntity<VerifiedView> verify(@PathVariable String code) {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept, Accept-Language")
                .body(verified(code));
    }

    /** The same for people: a page without scripts, safe to open from any scanner. */
    @GetMapping(path = "/{code}", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(hidden = true)
    ResponseEntity<String> page(@PathVariable String code) {
        String body;
        HttpStatus status = HttpStatus.OK;
        try {
            body = body(verified(code));
        } catch (NotFound e) {
            status = HttpStatus.NOT_FOUND;
            body = "<h1 class=\"no\">" + words.of("verify.unknown") + "</h1>";
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept, Accept-Language")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(framed(body));
    }

    private VerifiedView verified(String text) {
        if (!VerifyCode.isValid(text)) throw new NotFound("certificate", "by code");
        var code = new VerifyCode(text);
        return certificates
                .byCode(code)
                .map(this::certificate)
                .or(() -> papers.byCode(code).map(this::paper))
                .orElseThrow(() -> new NotFound("certificate", "by code"));
    }

    private VerifiedView certificate(Certificate c) {
        Certificate.Status status = c.statusOn(Case.dayOf(time.instant()));
        Optional<Papers.Printed> printed = papers.find(c.caseId(), PaperKind.CERTIFICATE, c.id());
        return new VerifiedView(
                true,
                PaperKind.CERTIFICATE.name(),
                c.id(),
                c.number(),
                c.name(),
                c.authority(),
                c.holderMask(),
                c.itemName(),
                c.validFrom(),
                c.validTo(),
                null,
                status.code(),
                words.of("certificate." + status.name()),
                certificates.successorOf(c.id()).orElse(null),
                printed.map(Papers.Printed::pdfDigest).orElse(null),
                printed.map(Papers.Printed::ofdDigest).orElse(null));
    }

    private VerifiedView paper(Papers.Printed p) {
        return new VerifiedView(
                true,
                p.kind().name(),
                p.id(),
                p.number(),
                p.title(),
                p.authority(),
                p.holderMask(),
                p.itemName(),
                null,
                null,
                p.dated(),
                "ISSUED",
                words.of("paper.ISSUED"),
                null,
                p.pdfDigest(),
                p.ofdDigest());
    }

    private String body(VerifiedView v) {
        boolean paper = !v.kind().equals(PaperKind.CERTIFICATE.name());
        var rows = new StringBuilder();
        row(rows, paper ? "verify.paper-name" : "verify.name", v.name());
        row(rows, "verify.number", v.number());
        row(rows, paper ? "verify.addressee" : "verify.holder", v.holder());
        row(rows, "verify.item", v.item());
        row(rows, "verify.authority", v.authority());
        if (v.dated() != null) row(rows, "verify.dated", v.dated().toString());
        if (v.validFrom() != null) {
            row(rows, "verify.valid-from", v.validFrom().toString());
            row(
                    rows,
                    "verify.valid-to",
                    v.validTo() == null ? words.of("verify.no-end") : v.validTo().toString());
        }
        row(rows, "verify.status", v.statusText());
        if (!paper) row(rows, "verify.id", v.id());
        if (v.replacedBy() != null) row(rows, "verify.replaced-by", v.replacedBy());
        if (v.pdfDigest() != null) row(rows, "verify.pdf-digest", v.pdfDigest());
        if (v.ofdDigest() != null) row(rows, "verify.ofd-digest", v.ofdDigest());
        boolean good = paper || v.status().equals(Certificate.Status.VALID.code());
        String head = words.of(paper ? "verify.genuine-paper" : "verify.genuine");
        String warning =
                good
                        ? ""
                        : "<p class=\"no\">"
                                + words.of("verify.not-valid", v.statusText())
                                + "</p>";
        return "<h1 class=\"ok\">" + head + "</h1>" + warning + "<dl>" + rows + "</dl>";
    }

    private void row(StringBuilder rows, String label, String value) {
        rows.append("<dt>")
                .append(words.of(label))
                .append("</dt><dd>")
                .append(HtmlUtils.htmlEscape(value))
                .append("</dd>");
    }

    private String framed(String body) {
        return """
        <!doctype html><html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title><style>
        body{font:16px/1.6 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.4rem}.ok{color:#0a6b2d}.no{color:#a40000}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem}dt{color:#555}
        dd{margin:0;overflow-wrap:anywhere}
        </style></head><body>%s</body></html>
        """
                .formatted(words.language(), words.of("verify.title"), body);
    }
}

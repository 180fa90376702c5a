package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.certificates.Certificate;
import org.oneseal.cases.certificates.Certificates;
import org.oneseal.cases.certificates.QrCode;
import org.oneseal.cases.certificates.VerifyCode;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.Cases;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Certificates: for their holder, and for anybody who scans one. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "certificates")
class CertificatesApi {

    private static final int PIXELS = 8;

    private final Cases cases;
    private final Certificates certificates;
    private final Reaches reaches;
    private final Words words;
    private final InstantSource time;
    private final String publicUrl;

    CertificatesApi(
            Cases cases,
            Certificates certificates,
            Reaches reaches,
            Words words,
            InstantSource time,
            @Value("${oneseal.cases.public-url}") String publicUrl) {
        this.cases = cases;
        this.certificates = certificates;
        this.reaches = reaches;
        this.words = words;
        this.time = time;
        this.publicUrl = publicUrl;
    }

    /**
     * A certificate as its holder and the handlers see it.
     *
     * @param verifyUrl what the QR code says
     */
    record CertificateView(
            String id,
            String number,
            String type,
            String name,
            String authority,
            String holder,
            String item,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String status,
            String verifyUrl) {}

    /** What anybody learns who has the code. */
    record VerifiedView(
            boolean genuine,
            String id,
            String number,
            String name,
            String authority,
            String holder,
            String item,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String status,
            String statusText) {}

    @GetMapping("/cases/{id}/certificate")
    @Operation(summary = "The certificate of a case")
    CertificateView certificate(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        VerifyCode code = code(caller, onBehalfOf, id);
        Certificate c = certificates.ofCase(id).orElseThrow(() -> new NotFound("certificate", id));
        return new CertificateView(
                c.id(),
                c.number(),
                c.type(),
                c.name(),
                c.authority(),
                c.holderMask(),
                c.itemName(),
                c.validFrom(),
                c.validTo(),
                status(c).name(),
                url(code));
    }

    @GetMapping(path = "/cases/{id}/certificate/qr", produces = "image/svg+xml")
    @Operation(summary = "Its QR code as SVG")
    String qr(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        return QrCode.of(url(code(caller, onBehalfOf, id))).svg();
    }

    @GetMapping(path = "/cases/{id}/certificate/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "Its QR code as PNG")
    byte[] qrPng(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        return QrCode.of(url(code(caller, onBehalfOf, id))).png(PIXELS);
    }

    @GetMapping(path = "/verify/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Whether a certificate is real; public")
    ResponseEntity<VerifiedView> verify(@PathVariable String code) {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept, Accept-Language")
                .body(verified(code));
    }

    /** The same for people: a page without scripts, safe to open from any scanner. */
    @GetMapping(path = "/verify/{code}", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(hidden = true)
    ResponseEntity<String> verifyPage(@PathVariable String code) {
        String body;
        HttpStatus status = HttpStatus.OK;
        try {
            VerifiedView v = verified(code);
            body =
                    "<h1 class=\"ok\">"
                            + words.of("verify.genuine")
                            + "</h1><dl>"
                            + row("verify.name", v.name())
                            + row("verify.number", v.number())
                            + row("verify.holder", v.holder())
                            + row("verify.item", v.item())
                            + row("verify.authority", v.authority())
                            + row("verify.valid-from", v.validFrom().toString())
                            + row(
                                    "verify.valid-to",
                                    v.validTo() == null
                                            ? words.of("verify.no-end")
                                            : v.validTo().toString())
                            + row("verify.status", v.statusText())
                            + row("verify.id", v.id())
                            + "</dl>";
        } catch (NotFound e) {
            status = HttpStatus.NOT_FOUND;
            body = "<h1 class=\"no\">" + words.of("verify.unknown") + "</h1>";
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept, Accept-Language")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(page(body));
    }

    private VerifiedView verified(String code) {
        if (!VerifyCode.isValid(code)) throw new NotFound("certificate", "by code");
        Certificate c =
                certificates
                        .byCode(new VerifyCode(code))
                        .orElseThrow(() -> new NotFound("certificate", "by code"));
        return new VerifiedView(
                true,
                c.id(),
                c.number(),
                c.name(),
                c.authority(),
                c.holderMask(),
                c.itemName(),
                c.validFrom(),
                c.validTo(),
                status(c).code(),
                words.of("certificate." + status(c).name()));
    }

    private Certificate.Status status(Certificate certificate) {
        return certificate.statusOn(Case.dayOf(time.instant()));
    }

    private VerifyCode code(Caller caller, @Nullable String onBehalfOf, String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        reach.covered(cases.find(id, reach.scope()).orElseThrow(() -> new NotFound("case", id)));
        return certificates.codeOf(id).orElseThrow(() -> new NotFound("certificate", id));
    }

    private String url(VerifyCode code) {
        return publicUrl + "/api/v1/verify/" + code.value();
    }

    private String row(String label, String value) {
        return "<dt>" + words.of(label) + "</dt><dd>" + HtmlUtils.htmlEscape(value) + "</dd>";
    }

    private String page(String body) {
        return """
        <!doctype html><html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title><style>
        body{font:16px/1.6 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.4rem}.ok{color:#0a6b2d}.no{color:#a40000}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem}dt{color:#555}dd{margin:0}
        </style></head><body>%s</body></html>
        """
                .formatted(words.language(), words.of("verify.title"), body);
    }
}

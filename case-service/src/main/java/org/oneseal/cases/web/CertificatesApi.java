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
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates for their holder and for those who handle the case. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "certificates")
class CertificatesApi {

    private static final int PIXELS = 8;

    private final Cases cases;
    private final Certificates certificates;
    private final Reaches reaches;
    private final InstantSource time;
    private final String publicUrl;

    CertificatesApi(
            Cases cases,
            Certificates certificates,
            Reaches reaches,
            InstantSource time,
            @Value("${oneseal.cases.public-url}") String publicUrl) {
        this.cases = cases;
        this.certificates = certificates;
        this.reaches = reaches;
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
            int edition,
            @Nullable String predecessor,
            String verifyUrl) {}

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
                c.edition(),
                c.predecessor(),
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
}

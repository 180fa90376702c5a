package org.oneseal.cases.printing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.oneseal.cases.certificates.QrCode;
import org.oneseal.cases.papers.Paper;
import org.oneseal.cases.papers.Press;
import org.oneseal.cases.papers.Sheet;
import org.oneseal.cases.papers.Sheet.Mark;
import org.springframework.stereotype.Component;

/**
 * Prints PDF/A-2b with the letters it needs embedded. It bears no seal: the sealed file is the OFD,
 * and the QR code leads to the public check of both.
 */
@Component
public class PdfPress implements Press {

    private static final float MM = 72 / 25.4f;
    private static final String PRODUCER = "OneSeal";
    private static final String SRGB = "sRGB IEC61966-2.1";

    private final SongTypeface typeface;

    PdfPress(SongTypeface typeface) {
        this.typeface = typeface;
    }

    @Override
    public Format format() {
        return Format.PDF;
    }

    @Override
    public byte[] print(Paper paper, List<Sheet> sheets) {
        return typeface.read(
                font -> {
                    try (var pdf = new PDDocument();
                            var out = new ByteArrayOutputStream()) {
                        PDFont letters = PDType0Font.load(pdf, font, true);
                        for (Sheet sheet : sheets) page(pdf, letters, sheet);
                        describe(pdf, paper);
                        pdf.save(out);
                        return out.toByteArray();
                    }
                });
    }

    private static void page(PDDocument pdf, PDFont letters, Sheet sheet) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (var ink = new PDPageContentStream(pdf, page)) {
            for (Mark mark : sheet.marks()) {
                switch (mark) {
                    case Mark.Text t -> text(ink, letters, t);
                    case Mark.Rule r -> rule(ink, r);
                    case Mark.Code c -> code(ink, c);
                    case Mark.SealPlace _ -> {}
                }
            }
        }
    }

    private static void text(PDPageContentStream ink, PDFont letters, Mark.Text t)
            throws IOException {
        if (t.text().isEmpty()) return;
        ink.beginText();
        ink.setFont(letters, (float) t.size() * MM);
        ink.setRenderingMode(t.heavy() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        ink.setLineWidth((float) t.size() * MM / 40);
        ink.newLineAtOffset(x(t.x()), y(t.baseline()));
        ink.showText(t.text());
        ink.endText();
    }

    private static void rule(PDPageContentStream ink, Mark.Rule r) throws IOException {
        ink.setLineWidth(0.5f);
        ink.moveTo(x(r.fromX()), y(r.fromY()));
        ink.lineTo(x(r.toX()), y(r.toY()));
        ink.stroke();
    }

    private static void code(PDPageContentStream ink, Mark.Code c) throws IOException {
        QrCode code = QrCode.of(c.content());
        double module = c.side() / code.size();
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (!code.dark(column, row)) continue;
                ink.addRect(
                        x(c.x() + column * module),
                        y(c.y() + (row + 1) * module),
                        (float) module * MM,
                        (float) module * MM);
            }
        }
        ink.fill();
    }

    private static void describe(PDDocument pdf, Paper paper) throws IOException {
        pdf.setVersion(1.7f);
        Calendar made = calendar(paper.issuedAt());
        var info = new PDDocumentInformation();
        info.setTitle(paper.title());
        info.setAuthor(paper.authority());
        info.setSubject(paper.number());
        info.setProducer(PRODUCER);
        info.setCreationDate(made);
        info.setModificationDate(made);
        pdf.setDocumentInformation(info);
        var catalog = pdf.getDocumentCatalog();
        catalog.setLanguage("zh-CN");
        var viewer = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        viewer.setDisplayDocTitle(true);
        catalog.setViewerPreferences(viewer);
        var metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(xmp(paper).getBytes(UTF_8));
        catalog.setMetadata(metadata);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var intent = new PDOutputIntent(pdf, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
    }

    private static String xmp(Paper paper) {
        String at = paper.issuedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        return """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
        <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
        <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
        <pdf:Producer>%s</pdf:Producer>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>"""
                .formatted(
                        escaped(paper.title()),
                        escaped(paper.authority()),
                        escaped(paper.number()),
                        at,
                        at,
                        PRODUCER);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Calendar calendar(Instant at) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(at.truncatedTo(ChronoUnit.SECONDS).toEpochMilli());
        return calendar;
    }

    private static float x(double mm) {
        return (float) mm * MM;
    }

    private static float y(double mm) {
        return (float) (Sheet.HEIGHT - mm) * MM;
    }
}

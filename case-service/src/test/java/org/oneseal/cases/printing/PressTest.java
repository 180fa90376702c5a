package org.oneseal.cases.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.papers.Layout;
import org.oneseal.cases.papers.Paper;
import org.oneseal.cases.papers.PaperKind;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The files are what they claim to be: the PDF as veraPDF judges it. */
class PressTest {

    private static final SongTypeface SONG = new SongTypeface();
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @BeforeAll
    static void foundries() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void aPaperIsPdfAWithItsLettersInside() throws Exception {
        Paper paper = paper(3);
        byte[] pdf = new PdfPress(SONG).print(paper, Layout.of(paper, SONG));
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                var validator =
                        Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            var result = validator.validate(parser);
            assertThat(result.isCompliant())
                    .as(() -> result.getTestAssertions().toString())
                    .isTrue();
        }
        assertThat(pdf.length).isLessThan(200_000);
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("受理通知书").contains("𬭎〓");
        }
    }

    @Test
    void aLongPaperGoesOnOnMoreSheetsAndEndsWithOneSeal() {
        Paper paper = paper(60);
        var sheets = Layout.of(paper, SONG);

        assertThat(sheets.size()).isGreaterThan(2);
        assertThat(
                        sheets.stream()
                                .flatMap(s -> s.marks().stream())
                                .filter(
                                        m ->
                                                m
                                                        instanceof
                                                        org.oneseal.cases.papers.Sheet.Mark
                                                                .SealPlace))
                .hasSize(1);
    }

    @Test
    void anOfdIsSealedByTheBodyAndShowsEveryChange() throws Exception {
        for (CryptoProfile profile : CryptoProfile.values()) {
            Paper paper = paper(3);
            KeyRing keys = KeyRing.ephemeral(profile, "cases");
            byte[] ofd =
                    new OfdPress(SONG, keys, InstantSource.fixed(NOW))
                            .print(paper, Layout.of(paper, SONG));

            assertThat(ofd.length).isLessThan(400_000);
            assertThat(SealedOfd.read(ofd).findings()).as("%s", profile).isEmpty();
            assertThat(SealedOfd.read(changed(ofd)).findings())
                    .as("%s", profile)
                    .containsExactly("/Doc_0/Pages/Page_0/Content.xml");
        }
    }

    /** The same package with one letter of its first page changed. */
    private static byte[] changed(byte[] ofd) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(ofd));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith("Page_0/Content.xml")) {
                    content =
                            new String(content, java.nio.charset.StandardCharsets.UTF_8)
                                    .replace("受理", "拒绝")
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static Paper paper(int rows) {
        return new Paper(
                PaperKind.ACCEPTANCE_NOTICE,
                "受理通知书",
                "受理〔2026〕0001号",
                "永州市示例环保有限公司",
                List.of(
                        "你(单位)提出的建设项目环境影响报告表审批申请，本机关已于2026年11月23日收到。经审查，申请材料齐全、符合法定形式，"
                                + "根据《中华人民共和国行政许可法》第三十二条的规定，决定予以受理。负责人：𬭎\uE000。"),
                IntStream.range(0, rows)
                        .mapToObj(i -> new Paper.Row("材料" + i, "建设项目环境影响报告表 A4 pages & more"))
                        .toList(),
                "永州市生态环境局冷水滩分局",
                LocalDate.of(2026, 11, 24),
                NOW,
                "https://zwfw.example.gov.cn/api/v1/verify/0123456789abcdefghjkmnpqrs");
    }
}

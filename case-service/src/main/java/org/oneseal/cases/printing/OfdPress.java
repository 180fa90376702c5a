package org.oneseal.cases.printing;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.jcajce.provider.digest.SHA256;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.ofdrw.core.signatures.SigType;
import org.ofdrw.font.Font;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.canvas.Canvas;
import org.ofdrw.layout.element.canvas.DrawContext;
import org.ofdrw.layout.element.canvas.FontSetting;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.ExtendSignatureContainer;
import org.ofdrw.sign.NumberFormatAtomicSignID;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.stamppos.NormalStampPos;
import org.oneseal.cases.certificates.QrCode;
import org.oneseal.cases.papers.Paper;
import org.oneseal.cases.papers.Press;
import org.oneseal.cases.papers.Sheet;
import org.oneseal.cases.papers.Sheet.Mark;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.springframework.stereotype.Component;

/**
 * Prints OFD and seals the whole of it: any byte changed afterwards shows. Letters are embedded as
 * far as they are used.
 */
@Component
public class OfdPress implements Press {

    private static final int PIXELS = 6;

    private final SongTypeface typeface;
    private final KeyRing keys;
    private final InstantSource time;

    OfdPress(SongTypeface typeface, KeyRing keys, InstantSource time) {
        this.typeface = typeface;
        this.keys = keys;
        this.time = time;
    }

    @Override
    public Format format() {
        return Format.OFD;
    }

    @Override
    public byte[] print(Paper paper, List<Sheet> sheets) {
        try {
            Path desk = Files.createTempDirectory("ofd");
            try {
                Path plain = desk.resolve("plain.ofd");
                draw(plain, desk, sheets);
                return seal(plain, paper, sheets);
            } finally {
                clear(desk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("paper can't be sealed", e);
        }
    }

    private void draw(Path file, Path desk, List<Sheet> sheets) throws IOException {
        Path letters = desk.resolve("song.ttf");
        Files.write(letters, typeface.subset(letters(sheets)));
        var font = new Font(SongTypeface.NAME, SongTypeface.NAME, letters);
        try (var ofd = new OFDDoc(file)) {
            ofd.setDefaultPageLayout(PageLayout.A4());
            for (Sheet sheet : sheets) {
                var page = new VirtualPage(PageLayout.A4());
                var canvas = new Canvas(0, 0, Sheet.WIDTH, Sheet.HEIGHT);
                canvas.setDrawer(
                        ink -> {
                            for (Mark mark : sheet.marks()) mark(ink, mark, font, desk);
                        });
                page.add(canvas);
                ofd.addVPage(page);
            }
        }
    }

    private void mark(DrawContext ink, Mark mark, Font font, Path desk) throws IOException {
        switch (mark) {
            case Mark.Text t -> text(ink, t, font);
            case Mark.Rule r -> {
                ink.setLineWidth(0.18);
                ink.beginPath();
                ink.moveTo(r.fromX(), r.fromY());
                ink.lineTo(r.toX(), r.toY());
                ink.stroke();
            }
            case Mark.Code c -> {
                Path picture = desk.resolve("code.png");
                Files.write(picture, QrCode.of(c.content()).png(PIXELS));
                ink.drawImage(picture, c.x(), c.y(), c.side(), c.side());
            }
            case Mark.SealPlace _ -> {}
        }
    }

    /**
     * Letters beyond the basic plane, as rare names have them, are drawn: the format counts chars.
     */
    private void text(DrawContext ink, Mark.Text t, Font font) throws IOException {
        double x = t.x();
        var run = new StringBuilder();
        double from = x;
        for (int letter : t.text().codePoints().toArray()) {
            double wide = typeface.width(letter) * t.size();
            if (Character.isBmpCodePoint(letter)) {
                if (run.isEmpty()) from = x;
                run.appendCodePoint(letter);
            } else {
                run(ink, run, from, t, font);
                outline(ink, letter, x, t);
            }
            x += wide;
        }
        run(ink, run, from, t, font);
    }

    private static void run(DrawContext ink, StringBuilder run, double from, Mark.Text t, Font font)
            throws IOException {
        if (run.isEmpty()) return;
        var setting = new FontSetting(t.size(), font);
        if (t.heavy()) setting.setFontWeight(700);
        ink.setFont(setting);
        ink.fillText(run.toString(), from, t.baseline());
        run.setLength(0);
    }

    private void outline(DrawContext ink, int letter, double x, Mark.Text t) {
        var place = AffineTransform.getTranslateInstance(x, t.baseline());
        place.scale(t.size(), -t.size());
        var path = typeface.outline(letter).getPathIterator(place);
        double[] p = new double[6];
        ink.beginPath();
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> ink.moveTo(p[0], p[1]);
                case PathIterator.SEG_LINETO -> ink.lineTo(p[0], p[1]);
                case PathIterator.SEG_QUADTO -> ink.quadraticCurveTo(p[0], p[1], p[2], p[3]);
                case PathIterator.SEG_CUBICTO ->
                        ink.bezierCurveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                default -> ink.closePath();
            }
        }
        ink.fill();
    }

    private byte[] seal(Path plain, Paper paper, List<Sheet> sheets)
            throws IOException, GeneralSecurityException {
        Instant now = time.instant();
        Instant year =
                now.atOffset(ZoneOffset.UTC)
                        .withDayOfYear(1)
                        .toLocalDate()
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        byte[] picture = SealPicture.png(paper.authority(), typeface);
        var seal = ElectronicSeal.of(keys, paper.authority(), picture, year);
        try (var out = new ByteArrayOutputStream();
                var reader = new OFDReader(plain)) {
            try (var signer = new OFDSigner(reader, out, new NumberFormatAtomicSignID())) {
                signer.setSignMode(SignMode.WholeProtected);
                signer.setSignContainer(new Container(seal, keys.profile(), now));
                for (int i = 0; i < sheets.size(); i++) {
                    for (Mark mark : sheets.get(i).marks()) {
                        if (mark instanceof Mark.SealPlace s) {
                            signer.addApPos(
                                    new NormalStampPos(i + 1, s.x(), s.y(), s.side(), s.side()));
                        }
                    }
                }
                signer.exeSign();
            }
            return out.toByteArray();
        }
    }

    private static Set<Integer> letters(List<Sheet> sheets) {
        Set<Integer> letters = new HashSet<>();
        letters.add((int) ' ');
        for (Sheet sheet : sheets) {
            for (Mark mark : sheet.marks()) {
                if (mark instanceof Mark.Text t) {
                    t.text().codePoints().filter(Character::isBmpCodePoint).forEach(letters::add);
                }
            }
        }
        return letters;
    }

    private static void clear(Path desk) throws IOException {
        try (Stream<Path> files = Files.walk(desk)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** How the signer of the library asks for a seal and a signature. */
    private static final class Container implements ExtendSignatureContainer {

        private final ElectronicSeal seal;
        private final CryptoProfile profile;
        private final Instant at;

        Container(ElectronicSeal seal, CryptoProfile profile, Instant at) {
            this.seal = seal;
            this.profile = profile;
            this.at = at;
        }

        @Override
        public MessageDigest getDigestFnc() {
            return switch (profile) {
                case CN -> new SM3.Digest();
                case INTL -> new SHA256.Digest();
            };
        }

        @Override
        public ASN1ObjectIdentifier getSignAlgOID() {
            return seal.algorithm();
        }

        @Override
        public byte[] sign(InputStream content, String property) throws IOException {
            return seal.sign(getDigestFnc().digest(content.readAllBytes()), property, at);
        }

        @Override
        public byte[] getSeal() {
            return seal.encoded();
        }

        @Override
        public SigType getSignType() {
            return SigType.Seal;
        }
    }
}

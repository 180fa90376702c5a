package org.oneseal.cases.printing;

import java.awt.geom.GeneralPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.oneseal.cases.papers.Typeface;
import org.springframework.stereotype.Component;

/**
 * Noto Serif SC (宋体, SIL Open Font License), read once when the first paper is printed. Files carry
 * only the letters they need.
 */
@Component
public class SongTypeface implements Typeface {

    static final String NAME = "Noto Serif SC";
    private static final String FILE = "/fonts/NotoSerifSC-Regular.ttf";

    /** The parsed font reads through one shared position. */
    private final ReentrantLock reading = new ReentrantLock();

    private static final class Loaded {
        static final TrueTypeFont FONT = load();
        static final CmapLookup LETTERS = letters();
        static final int EM = em();

        private static TrueTypeFont load() {
            try (InputStream in =
                    Objects.requireNonNull(SongTypeface.class.getResourceAsStream(FILE))) {
                return new TTFParser().parse(new RandomAccessReadBuffer(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static CmapLookup letters() {
            try {
                return FONT.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int em() {
            try {
                return FONT.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Something done with the font while nobody else reads it. */
    @FunctionalInterface
    interface Reading<T> {
        T of(TrueTypeFont font) throws IOException;
    }

    <T> T read(Reading<T> reader) {
        reading.lock();
        try {
            return reader.of(Loaded.FONT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public double width(int codePoint) {
        int glyph = Loaded.LETTERS.getGlyphId(codePoint);
        return read(font -> font.getAdvanceWidth(glyph)) / (double) Loaded.EM;
    }

    @Override
    public boolean has(int codePoint) {
        return Loaded.LETTERS.getGlyphId(codePoint) != 0;
    }

    /** Its outline in ems, upwards from the base line. */
    GeneralPath outline(int codePoint) {
        int glyph = Loaded.LETTERS.getGlyphId(codePoint);
        GeneralPath path =
                read(
                        font -> {
                            var data = font.getGlyph().getGlyph(glyph);
                            return data == null ? new GeneralPath() : data.getPath();
                        });
        path.transform(
                java.awt.geom.AffineTransform.getScaleInstance(1.0 / Loaded.EM, 1.0 / Loaded.EM));
        return path;
    }

    /** A font file with these letters alone. */
    byte[] subset(Set<Integer> letters) {
        return read(
                font -> {
                    var subsetter = new TTFSubsetter(font);
                    subsetter.addAll(letters);
                    subsetter.setPrefix("ONESEA");
                    try (var out = new ByteArrayOutputStream()) {
                        subsetter.writeToStream(out);
                        return out.toByteArray();
                    }
                });
    }
}

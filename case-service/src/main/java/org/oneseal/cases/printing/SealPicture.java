package org.oneseal.cases.printing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The round red seal with its star and the name of the body around it, as a picture. */
final class SealPicture {

    static final int SIDE_MM = 42;
    private static final int PIXELS = 640;
    private static final Color RED = new Color(0xD0, 0x10, 0x18);
    private static final double SWEEP = Math.toRadians(250);

    private SealPicture() {}

    /** As PNG with a clear ground. */
    static byte[] png(String name, SongTypeface typeface) {
        var image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
        Graphics2D ink = image.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setColor(RED);
        double middle = PIXELS / 2.0;
        ink.setStroke(new BasicStroke(PIXELS / 42f));
        ink.draw(new Ellipse2D.Double(12, 12, PIXELS - 24.0, PIXELS - 24.0));
        ink.fill(star(middle, PIXELS * 0.15));
        around(ink, name, typeface, middle);
        ink.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void around(Graphics2D ink, String name, SongTypeface typeface, double middle) {
        int[] letters = name.codePoints().toArray();
        double size = Math.min(PIXELS * 0.13, SWEEP * PIXELS * 0.36 / letters.length);
        double step = letters.length < 2 ? 0 : Math.min(SWEEP / (letters.length - 1), 0.5);
        for (int i = 0; i < letters.length; i++) {
            double angle = (i - (letters.length - 1) / 2.0) * step;
            var place = new AffineTransform();
            place.translate(middle, middle);
            place.rotate(angle);
            place.translate(-size / 2, -PIXELS * 0.34);
            place.scale(size, -size * 1.2);
            ink.fill(place.createTransformedShape(typeface.outline(letters[i])));
        }
    }

    private static Path2D star(double middle, double radius) {
        var star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double angle = Math.PI * i / 5 - Math.PI / 2;
            double reach = i % 2 == 0 ? radius : radius * 0.382;
            double x = middle + reach * Math.cos(angle);
            double y = middle + reach * Math.sin(angle);
            if (i == 0) star.moveTo(x, y);
            else star.lineTo(x, y);
        }
        star.closePath();
        return star;
    }
}

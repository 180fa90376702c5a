package org.oneseal.cases.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.oneseal.cases.papers.Sheet.Mark;

/** Sets a paper on sheets of A4, the margins those of official documents (GB/T 9704). */
public final class Layout {

    private static final double LEFT = 28;
    private static final double RIGHT = 184;
    private static final double TOP = 37;
    private static final double BOTTOM = 262;
    private static final double BODY = 4.94;
    private static final double SMALL = 3.7;
    private static final double LEADING = 8.6;
    private static final double LABEL = 38;
    private static final double CLOSING = 52;
    private static final double SEAL = 42;
    private static final double CODE = 26;

    private final Typeface typeface;
    private final List<Sheet> done = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();
    private double y = TOP;

    private Layout(Typeface typeface) {
        this.typeface = typeface;
    }

    public static List<Sheet> of(Paper paper, Typeface typeface) {
        var layout = new Layout(typeface);
        layout.set(paper);
        return layout.done;
    }

    private void set(Paper paper) {
        Lines lines = new Lines(typeface);
        for (String line : lines.of(paper.title(), (RIGHT - LEFT) / 7.8, 0)) {
            centred(line, 7.8);
        }
        y += 2;
        right(paper.number(), SMALL);
        y += 3;
        if (!paper.addressee().isBlank()) paragraph(lines, paper.addressee() + "：", 0);
        for (String text : paper.paragraphs()) paragraph(lines, text, 2);
        y += 2;
        for (Paper.Row row : paper.rows()) row(lines, row);
        closing(lines, paper);
        done.add(new Sheet(marks));
    }

    private void centred(String line, double size) {
        room(LEADING * 1.4);
        y += LEADING * 1.4;
        double x = (LEFT + RIGHT - width(line) * size) / 2;
        marks.add(new Mark.Text(x, y, size, true, line));
    }

    private void right(String line, double size) {
        room(LEADING);
        y += LEADING;
        marks.add(new Mark.Text(RIGHT - width(line) * size, y, size, false, line));
    }

    private void paragraph(Lines lines, String text, double indent) {
        double first = indent;
        for (String line : lines.of(text, (RIGHT - LEFT) / BODY, indent)) {
            room(LEADING);
            y += LEADING;
            marks.add(new Mark.Text(LEFT + first * BODY, y, BODY, false, line));
            first = 0;
        }
    }

    private void row(Lines lines, Paper.Row row) {
        List<String> labels = lines.of(row.label(), (LABEL - 4) / BODY, 0);
        List<String> values = lines.of(row.value(), (RIGHT - LEFT - LABEL - 2) / BODY, 0);
        rule();
        for (int i = 0; i < Math.max(labels.size(), values.size()); i++) {
            if (y + LEADING > BOTTOM) {
                turn();
                rule();
            }
            y += LEADING;
            if (i < labels.size()) {
                marks.add(new Mark.Text(LEFT + 1, y - 2, BODY, false, labels.get(i)));
            }
            if (i < values.size()) {
                marks.add(new Mark.Text(LEFT + LABEL, y - 2, BODY, false, values.get(i)));
            }
        }
        rule();
    }

    private void rule() {
        marks.add(new Mark.Rule(LEFT, y, RIGHT, y));
    }

    /** Code and seal stay together on the last sheet, never on one of their own without text. */
    private void closing(Lines lines, Paper paper) {
        room(CLOSING);
        y += 10;
        marks.add(new Mark.Code(LEFT, y, CODE, paper.verifyUrl()));
        marks.add(new Mark.Text(LEFT, y + CODE + 5, SMALL, false, "扫码核验真伪"));
        double middle = RIGHT - 36;
        double at = y + 12;
        for (String line : lines.of(paper.authority(), 72 / BODY, 0)) {
            marks.add(new Mark.Text(middle - width(line) * BODY / 2, at, BODY, false, line));
            at += LEADING;
        }
        String date = chinese(paper.date());
        marks.add(new Mark.Text(middle - width(date) * BODY / 2, at, BODY, false, date));
        marks.add(new Mark.SealPlace(middle - SEAL / 2, y - 4, SEAL));
    }

    private void room(double height) {
        if (y + height > BOTTOM) turn();
    }

    private void turn() {
        done.add(new Sheet(marks));
        marks = new ArrayList<>();
        y = TOP;
    }

    private double width(String text) {
        return text.codePoints().mapToDouble(typeface::width).sum();
    }

    static String chinese(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}

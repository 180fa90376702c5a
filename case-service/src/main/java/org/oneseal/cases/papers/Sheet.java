package org.oneseal.cases.papers;

import java.util.List;

/** One page of A4; millimetres from its upper left corner. */
public record Sheet(List<Mark> marks) {

    public static final double WIDTH = 210;
    public static final double HEIGHT = 297;

    public Sheet {
        marks = List.copyOf(marks);
    }

    /** Something that stands on a sheet. */
    public sealed interface Mark {

        /**
         * @param size of an em
         */
        record Text(double x, double baseline, double size, boolean heavy, String text)
                implements Mark {}

        record Rule(double fromX, double fromY, double toX, double toY) implements Mark {}

        record Code(double x, double y, double side, String content) implements Mark {}

        /** Where the seal goes (盖章处). */
        record SealPlace(double x, double y, double side) implements Mark {}
    }
}

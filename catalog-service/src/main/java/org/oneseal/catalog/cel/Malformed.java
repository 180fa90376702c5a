package org.oneseal.catalog.cel;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oneseal.platform.objection.Objection;

/**
 * What the reader of the language tells in its own English words, told in ours: which part of the
 * condition is meant, and what is the matter with it.
 */
final class Malformed {

    private static final String END = "<EOF>";
    private static final int LONGEST = 40;

    private static final List<Told> TOLD =
            List.of(
                    new Told(Matter.RESERVED, "reserved identifier: (.+)"),
                    new Told(
                            Matter.UNEXPECTED,
                            "(?:mismatched|extraneous) input '(.*?)' expecting .*"),
                    new Told(Matter.UNEXPECTED, "no viable alternative at input '(.*)'"),
                    new Told(Matter.UNEXPECTED, "missing .+ at '(.*)'"),
                    new Told(Matter.UNEXPECTED, "token recognition error at: '(.*)'"),
                    new Told(Matter.UNEXPECTED, "unsupported syntax '(.*)'"),
                    new Told(Matter.TOO_DEEP, "(Expression recursion limit exceeded.*)"),
                    new Told(Matter.TOO_DEEP, "(.*expression node limit.*)"),
                    new Told(Matter.TOO_DEEP, "(.*code point size exceeds limit.*)"));

    private Malformed() {}

    private enum Matter {
        RESERVED,
        UNEXPECTED,
        TOO_DEEP
    }

    /** A message that is known; its group is the part of the condition that is meant. */
    private record Told(Matter matter, Pattern message) {

        Told(Matter matter, String message) {
            this(matter, Pattern.compile(message));
        }
    }

    static Objection objection(CelIssue issue) {
        String message = issue.getMessage().replaceAll("\\s+", " ").strip();
        String position = Positions.of(issue.getSourceLocation());
        for (Told told : TOLD) {
            Matcher matcher = told.message().matcher(message);
            if (matcher.matches()) return objection(told.matter(), matcher.group(1), position);
        }
        return Objection.of("condition-malformed", position);
    }

    private static Objection objection(Matter matter, String part, String position) {
        return switch (matter) {
            case RESERVED -> Objection.of("condition-word-reserved", shortened(part), position);
            case UNEXPECTED ->
                    part.endsWith(END)
                            ? Objection.of("condition-unfinished", position)
                            : Objection.of("condition-part-unexpected", shortened(part), position);
            case TOO_DEEP -> Objection.of("condition-too-deep", position);
        };
    }

    private static String shortened(String part) {
        int[] points = part.codePoints().limit(LONGEST).toArray();
        return new String(points, 0, points.length);
    }
}

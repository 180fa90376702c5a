package org.oneseal.catalog.cel;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.regex.MatchResult;
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
                    new Told("reserved identifier: (.+)", "condition-word-reserved"),
                    new Told("(?:mismatched|extraneous) input '(.*?)' expecting .*", ""),
                    new Told("no viable alternative at input '(.*)'", ""),
                    new Told("missing .+ at '(.*)'", ""),
                    new Told("token recognition error at: '(.*)'", ""),
                    new Told("unsupported syntax '(.*)'", ""),
                    new Told("Expression recursion limit exceeded.*", "condition-too-deep"),
                    new Told(".*expression node limit.*", "condition-too-deep"),
                    new Told(".*code point size exceeds limit.*", "condition-too-deep"));

    private Malformed() {}

    /**
     * A message that is known.
     *
     * @param code of the objection, empty where it is about the part that is named
     */
    private record Told(Pattern message, String code) {

        Told(String message, String code) {
            this(Pattern.compile(message), code);
        }
    }

    static Objection objection(CelIssue issue) {
        String message = issue.getMessage().replaceAll("\\s+", " ").strip();
        String position = Positions.of(issue.getSourceLocation());
        for (Told told : TOLD) {
            Matcher matcher = told.message().matcher(message);
            if (matcher.matches()) return objection(told.code(), matcher, position);
        }
        return Objection.of("condition-malformed", position);
    }

    private static Objection objection(String code, MatchResult match, String position) {
        if (match.groupCount() == 0) return Objection.of(code, position);
        String part = match.group(1);
        if (!code.isEmpty()) return Objection.of(code, shortened(part), position);
        return part.endsWith(END)
                ? Objection.of("condition-unfinished", position)
                : Objection.of("condition-part-unexpected", shortened(part), position);
    }

    private static String shortened(String part) {
        int[] points = part.codePoints().limit(LONGEST).toArray();
        return new String(points, 0, points.length);
    }
}

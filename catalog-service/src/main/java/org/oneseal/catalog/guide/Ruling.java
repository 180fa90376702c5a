package org.oneseal.catalog.guide;

import java.util.List;

/**
 * What the guide says of one thing, and why.
 *
 * @param findings determinations that led to it, none where the guide is silent
 */
public record Ruling(Verdict verdict, List<Finding> findings) {

    static final Ruling SILENT = new Ruling(Verdict.HOLDS, List.of());

    /** Codes of the questions that may still decide it. */
    public List<String> awaits() {
        return findings.stream().flatMap(f -> f.awaits().stream()).distinct().toList();
    }
}

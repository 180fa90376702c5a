package org.oneseal.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was seen, beside what must be reached; printed and kept. */
final class Report {

    private final List<String> lines = new ArrayList<>();

    void title(String text) {
        add("");
        add("## " + text);
        add("");
    }

    void say(String text) {
        add(text);
    }

    void table(String... columns) {
        add("");
        row(columns);
        add("|" + "---|".repeat(columns.length));
    }

    void row(String... cells) {
        add("| " + String.join(" | ", cells) + " |");
    }

    private void add(String line) {
        lines.add(line);
        System.out.println(line);
    }

    void appendTo(Path file) throws IOException {
        Files.writeString(
                file,
                String.join("\n", lines) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    static String number(double value) {
        if (Double.isNaN(value)) return "–";
        return String.format(
                Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}

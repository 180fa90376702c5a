package org.oneseal.catalog.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.platform.objection.Objection;

/**
 * A table as a county keeps it, still text; lines that begin with # and empty ones are left out.
 *
 * @param header its columns
 * @param rows cells by their column, empty where a line is too short
 */
record Table(List<String> header, List<Map<String, String>> rows) {

    static Table of(String csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> header = List.of();
        for (String line : csv.replace("\uFEFF", "").lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) continue;
            List<String> cells = split(line);
            if (header.isEmpty()) {
                header = cells.stream().map(String::strip).toList();
                continue;
            }
            Map<String, String> byName = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                byName.put(header.get(i), i < cells.size() ? cells.get(i).strip() : "");
            }
            rows.add(byName);
        }
        return new Table(header, rows);
    }

    /** What keeps it from being read at all: columns that are missing, or too many rows. */
    List<Objection> objections(List<String> columns, int mostRows) {
        List<String> missing =
                rows.isEmpty()
                        ? columns
                        : columns.stream().filter(c -> !header.contains(c)).toList();
        if (!missing.isEmpty()) {
            return List.of(Objection.of("columns-missing", String.join(", ", missing)));
        }
        return rows.size() > mostRows
                ? List.of(Objection.of("too-many-rows", String.valueOf(mostRows)))
                : List.of();
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

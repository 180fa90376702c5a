package org.oneseal.catalog.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.oneseal.catalog.search.Clause;
import org.oneseal.catalog.search.Needle;
import org.oneseal.catalog.search.SearchEntries.TierQuery;
import org.oneseal.platform.region.RegionCode;

/** The statement that finds the hits of one tier. */
final class SearchStatement {

    /** How many entries a pair of characters may bring into the last tier. */
    private static final int MOST_A_PAIR = 200;

    private final TierQuery query;
    private final Map<String, Object> parameters = new HashMap<>();
    private int count;

    SearchStatement(TierQuery query) {
        this.query = query;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Entries that show all words, in the order of the list. */
    String whole() {
        List<String> where = new ArrayList<>(places());
        boolean indexed = query.regions().isEmpty();
        for (Clause clause : query.all()) where.add(holds(clause, indexed));
        for (List<Clause> tier : query.but()) where.add("NOT " + holds(tier));
        if (!query.after().isEmpty()) {
            where.add(
                    "(title_key, kind, ref) > (%s, %s, %s)"
                            .formatted(
                                    put(query.after().get(1)),
                                    put(query.after().get(2)),
                                    put(query.after().get(3))));
        }
        return "SELECT 0 AS score, title_key, entry FROM search_entries WHERE "
                + String.join(" AND ", where)
                + " ORDER BY title_key, kind, ref LIMIT "
                + put(query.limit());
    }

    /**
     * Entries whose names have at least half of the pairs. Each of the rare pairs brings so many at
     * the most, the first in the order of the list.
     */
    String partly(List<String> rare) {
        List<String> places = places();
        String candidates =
                rare.stream()
                        .map(
                                pair -> {
                                    List<String> where = new ArrayList<>(places);
                                    where.add("position(" + put(pair) + " IN names) > 0");
                                    if (query.regions().isEmpty()) {
                                        where.add(
                                                "tokens @> "
                                                        + put(new String[] {"n:" + pair})
                                                        + "::text[]");
                                    }
                                    return "(SELECT kind, ref FROM search_entries WHERE "
                                            + String.join(" AND ", where)
                                            + " ORDER BY title_key, kind, ref LIMIT "
                                            + MOST_A_PAIR
                                            + ")";
                                })
                        .collect(Collectors.joining(" UNION "));
        String score =
                query.pairs().stream()
                        .map(pair -> "(position(" + put(pair) + " IN names) = 0)::int")
                        .collect(Collectors.joining(" + "));
        List<String> where = new ArrayList<>();
        where.add("score * 2 <= " + put(query.pairs().size()));
        for (List<Clause> tier : query.but()) where.add("NOT " + holds(tier));
        if (!query.after().isEmpty()) {
            where.add(
                    "(score, title_key, kind, ref) > (%s, %s, %s, %s)"
                            .formatted(
                                    put(Long.parseLong(query.after().get(0))),
                                    put(query.after().get(1)),
                                    put(query.after().get(2)),
                                    put(query.after().get(3))));
        }
        return "SELECT score, title_key, entry FROM (SELECT e.*, "
                + score
                + " AS score FROM search_entries e JOIN ("
                + candidates
                + ") c USING (kind, ref)) scored WHERE "
                + String.join(" AND ", where)
                + " ORDER BY score, title_key, kind, ref LIMIT "
                + put(query.limit());
    }

    private List<String> places() {
        List<String> where = new ArrayList<>();
        if (!query.regions().isEmpty()) {
            where.add(
                    "region = ANY("
                            + put(
                                    query.regions().stream()
                                            .map(RegionCode::value)
                                            .toArray(String[]::new))
                            + ")");
        }
        where.add(
                "kind = ANY("
                        + put(query.kinds().stream().map(Enum::name).toArray(String[]::new))
                        + ")");
        String today = put(query.today());
        where.add("(valid_from IS NULL OR valid_from <= " + today + ")");
        where.add("(valid_to IS NULL OR valid_to >= " + today + ")");
        return where;
    }

    private String holds(List<Clause> all) {
        return all.stream()
                .map(clause -> holds(clause, false))
                .collect(Collectors.joining(" AND ", "(", ")"));
    }

    /**
     * Whether one of the needles is there.
     *
     * @param indexed asks the index as well: it pays where no region narrows the search; the text
     *     is looked at first, for the tokens of a row are stored apart from it
     */
    private String holds(Clause clause, boolean indexed) {
        return clause.anyOf().stream()
                .map(
                        needle -> {
                            String there =
                                    "position("
                                            + put(needle.text())
                                            + " IN "
                                            + column(needle)
                                            + ") > 0";
                            return indexed
                                    ? "("
                                            + there
                                            + " AND tokens @> "
                                            + put(needle.tokens().toArray(String[]::new))
                                            + "::text[])"
                                    : there;
                        })
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String column(Needle needle) {
        return switch (needle.in()) {
            case NAMES -> "names";
            case WORDS -> "words";
            case SOUNDS -> "sounds";
            case INITIALS -> "initials";
            case ALL_SOUNDS -> "all_sounds";
            case ALL_INITIALS -> "all_initials";
        };
    }

    private String put(Object value) {
        String name = "p" + count++;
        parameters.put(name, value);
        return ":" + name;
    }
}

package org.oneseal.supervision.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oneseal.supervision.measuring.FigureBook.Dimension;

/**
 * Groups in the order of their keys, from behind one of them: by the characters themselves and not
 * by rules of a language, as the service orders them, too.
 *
 * @param after key of the last group seen, empty from the start
 */
record GroupOrder(List<Dimension> by, List<String> after) {

    /** In none. */
    static final GroupOrder NONE = new GroupOrder(List.of(), List.of());

    private static final String CHARACTERS = " COLLATE \"C\"";

    /** A condition on cells; dates are compared as text, so that any cursor can be asked with. */
    String beyond() {
        if (after.isEmpty()) return "";
        String keys =
                by.stream()
                        .map(d -> FigureSources.shown(d) + CHARACTERS)
                        .collect(Collectors.joining(", "));
        return " WHERE (" + keys + ") > (" + String.join(", ", names()) + ")";
    }

    String sql() {
        if (by.isEmpty()) return "";
        return " ORDER BY " + by.stream().map(GroupOrder::key).collect(Collectors.joining(", "));
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < after.size(); i++) parameters.put("after" + i, after.get(i));
        return parameters;
    }

    private List<String> names() {
        return IntStream.range(0, after.size()).mapToObj(i -> ":after" + i).toList();
    }

    private static String key(Dimension dimension) {
        return switch (dimension) {
            case DAY, MONTH -> FigureSources.name(dimension);
            case PROVINCE, CITY, COUNTY, REGION, DEPARTMENT, ITEM, CHANNEL ->
                    FigureSources.name(dimension) + CHARACTERS;
        };
    }
}

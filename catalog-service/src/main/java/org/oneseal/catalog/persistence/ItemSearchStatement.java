package org.oneseal.catalog.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemSearch;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.catalog.items.Tags;
import org.oneseal.catalog.words.Grams;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/**
 * Statements that list items. A part of a name may be in three items of the country or in every
 * second one, and the planner cannot tell which: so it is looked at, and the way is chosen here.
 */
final class ItemSearchStatement {

    /** One name in so many: from there on, a part of a name counts as common. */
    private static final int ONE_IN = 100;

    /** So many pages of the table are looked at to see how common a part is, however many rows. */
    private static final int SAMPLED_PAGES = 125;

    /** How far the list is walked through for a part of a name that is common. */
    private static final int NEXT = 4000;

    /** How many different names are walked through. */
    private static final int NAMES = 2000;

    private static final String NAMES_OF_COLUMNS =
            "code, name, region, department, status, latest, cancelled_from, summary, version";
    private static final String COLUMNS = "SELECT " + NAMES_OF_COLUMNS + " ";
    private static final Collector<CharSequence, ?, String> JOINED = Collectors.joining(" AND ");
    private static final String ORDER = " ORDER BY i.name, i.code LIMIT :limit";
    private static final String AFTER_TAGGED = "(t.name, t.code) > (:afterName, :afterCode)";
    private static final String NAMED = "position(:text IN i.name_key) > 0";
    private static final String MAY_BE_NAMED = "i.grams @> :grams::text[]";

    private final List<String> where = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private final boolean byName;
    private final boolean wholeCountry;
    private final boolean publishedOnly;
    private final @Nullable String tag;

    ItemSearchStatement(ItemSearch search) {
        String text = Grams.key(search.text());
        this.byName = !text.isEmpty();
        this.wholeCountry = search.region() == null && search.department() == null;
        this.publishedOnly = search.draftsWithin() == null;
        parameters.put("limit", search.limit());
        if (byName) {
            parameters.put("grams", Grams.ofQuery(text).toArray(String[]::new));
            parameters.put("text", text);
        }
        status(search.status(), search.draftsWithin());
        place(search.region());
        ServiceObject object = search.object();
        if (object != null) {
            where.add("i.objects @> :objects::text[]");
            parameters.put("objects", new String[] {object.name()});
        }
        List<String> tags = Tags.of(search);
        this.tag = tags.isEmpty() ? null : tags.getFirst();
        if (!tags.isEmpty()) {
            where.add("i.tags @> :tags::text[]");
            parameters.put("tags", tags.toArray(String[]::new));
            parameters.put("tag", tag);
        }
        String department = search.department();
        if (department != null) {
            where.add("i.department = :department");
            parameters.put("department", department);
        }
        if (!search.after().isEmpty()) {
            where.add("(i.name, i.code) > (:afterName, :afterCode)");
            parameters.put("afterName", search.after().getFirst());
            parameters.put("afterCode", search.after().getLast());
        }
    }

    private void status(@Nullable ItemStatus status, @Nullable RegionCode draftsWithin) {
        if (status != null) {
            where.add("i.status = :status");
            parameters.put("status", status.name());
        } else {
            where.add("i.status IN ('IN_FORCE', 'SUSPENDED', 'DRAFT')");
        }
        if (draftsWithin == null) {
            where.add("i.status <> 'DRAFT'");
        } else if (!draftsWithin.equals(RegionCode.NATION)) {
            Scope.Predicate scope = new Scope.WithinRegion(draftsWithin).sql("i");
            where.add("(i.status <> 'DRAFT' OR " + scope.sql() + ")");
            parameters.putAll(scope.parameters());
        }
    }

    private void place(@Nullable RegionCode region) {
        if (region == null) return;
        List<String> path = new ArrayList<>();
        path.add(RegionCode.NATION.value());
        for (RegionCode at : region.ancestors()) path.add(at.value());
        where.add("i.region IN (:path)");
        parameters.put("path", path);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** Whether nothing but a part of the name narrows the list, or what it is listed under. */
    boolean wholeCountryByName() {
        return byName && wholeCountry;
    }

    boolean isTagged() {
        return tag != null;
    }

    /** Whether it is a list of all that is listed under something. */
    boolean wholeCountryByTag() {
        return isTagged() && wholeCountry && !byName;
    }

    /** In the order in which the table of tags has them. */
    String underTheTag() {
        String after = parameters.containsKey("afterName") ? AFTER_TAGGED : "true";
        return "SELECT "
                + Stream.of(NAMES_OF_COLUMNS.split(", "))
                        .map(column -> "i." + column)
                        .collect(Collectors.joining(", "))
                + " FROM item_tags t JOIN items i ON i.code = t.code WHERE t.tag = :tag AND "
                + after
                + " AND "
                + withoutAfter()
                + " ORDER BY t.name, t.code LIMIT :limit";
    }

    /** The list as it comes; a region or a department has few enough to look at their names. */
    String inOrder() {
        return COLUMNS + "FROM items i WHERE " + all(byName ? NAMED : "true") + ORDER;
    }

    /** Whether the part of the name is common, by the same few pages of the table each time. */
    String isCommon() {
        return """
                SELECT coalesce(%d * count(*) FILTER (WHERE %s) >= count(*) AND count(*) > 0, false)
                  FROM items i TABLESAMPLE SYSTEM (
                       least(100, 100.0 * %d * current_setting('block_size')::int
                                  / greatest(1, pg_relation_size('items')))::real) REPEATABLE (1)
                """
                .formatted(ONE_IN, NAMED, SAMPLED_PAGES);
    }

    /** By the index of characters; kept apart, so that the planner does not walk the list. */
    String byTheirCharacters() {
        return "WITH named AS MATERIALIZED ("
                + COLUMNS
                + "FROM items i WHERE "
                + MAY_BE_NAMED
                + " AND "
                + all(NAMED)
                + ") "
                + COLUMNS
                + "FROM named i"
                + ORDER;
    }

    /** Those among the next of the list; more may follow behind these where a page isn't full. */
    String amongTheNext() {
        return COLUMNS
                + "FROM (SELECT * FROM items i WHERE "
                + all("true")
                + " ORDER BY i.name, i.code LIMIT "
                + NEXT
                + ") i WHERE "
                + NAMED
                + ORDER;
    }

    /**
     * Whether names can be walked through: by the index of what is listed, which has no drafts, or
     * in the order of the table of tags.
     */
    boolean walkable() {
        return publishedOnly || isTagged();
    }

    /**
     * From one different name to the next, and of each that has the part its items: thousands of
     * counties share some hundred names. The inner limit takes them as the walk finds them, which
     * is in the order of the list.
     */
    String byDifferentNames() {
        return differentNames()
                + """
                %1$s FROM (
                    SELECT i.* FROM different d
                     CROSS JOIN LATERAL (SELECT i.* FROM %2$s AND %3$s.name = d.name AND %4$s
                            ORDER BY %3$s.code LIMIT :limit) i
                     WHERE position(:text IN d.name_key) > 0 LIMIT :limit) i
                 ORDER BY i.name, i.code
                """
                        .formatted(COLUMNS, walked(), ordered(), String.join(" AND ", where));
    }

    /** Whether no name follows behind those that are walked through. */
    String namesEnd() {
        return differentNames() + "SELECT count(*) < " + NAMES + " FROM different";
    }

    private String differentNames() {
        String first = parameters.containsKey("afterName") ? ".name >= :afterName" : ".name >= ''";
        return """
                WITH RECURSIVE different AS (
                    (SELECT i.name, i.name_key, 1 AS step FROM %1$s AND %2$s%3$s
                      ORDER BY %2$s.name LIMIT 1)
                    UNION ALL
                    SELECT n.name, n.name_key, d.step + 1 FROM different d
                     CROSS JOIN LATERAL (SELECT i.name, i.name_key FROM %1$s
                              AND %2$s.name > d.name ORDER BY %2$s.name LIMIT 1) n
                     WHERE d.step < %4$d)
                """
                .formatted(walked(), ordered(), first, NAMES);
    }

    /**
     * What is gone through from name to name. Under a tag every name counts, also that of items
     * which this caller is not shown, so that no more than one item is looked up for each.
     */
    private String walked() {
        return isTagged()
                ? "item_tags t JOIN items i ON i.code = t.code WHERE t.tag = :tag"
                : "items i WHERE " + withoutAfter();
    }

    /** By whose name and code it is in order. */
    private String ordered() {
        return isTagged() ? "t" : "i";
    }

    private String withoutAfter() {
        return where.stream().filter(w -> !w.contains(":after")).collect(JOINED);
    }

    private String all(String name) {
        return name + " AND " + String.join(" AND ", where);
    }
}

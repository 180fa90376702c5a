package org.oneseal.catalog.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/**
 * What narrows a list: conditions that all hold, with their parameters. What is not asked for,
 * which is null, narrows nothing.
 */
final class Narrowing {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Narrowing where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** A condition with one parameter. */
    Narrowing where(String condition, String name, @Nullable Object value) {
        return value == null ? this : where(condition).with(name, value);
    }

    /** A parameter that what is selected takes, or several conditions. */
    Narrowing with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** A column has a value; the parameter is named after the column. */
    Narrowing equal(String column, @Nullable String value) {
        String name = column.substring(column.indexOf('.') + 1);
        return where(column + " = :" + name, name, value);
    }

    Narrowing equal(String column, @Nullable Enum<?> value) {
        return equal(column, value == null ? null : value.name());
    }

    /** Rows behind the last one seen, which is empty at the start, in order of columns. */
    Narrowing behind(List<String> columns, List<String> last) {
        if (last.isEmpty()) return this;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            names.add(":after" + i);
            with("after" + i, last.get(i));
        }
        return where("(%s) > (%s)".formatted(String.join(", ", columns), String.join(", ", names)));
    }

    Narrowing behind(String column, String last) {
        return where(column + " > :after", "after", last);
    }

    /** Rows of a region and below it. */
    Narrowing within(String alias, @Nullable RegionCode region) {
        if (region == null || region.equals(RegionCode.NATION)) return this;
        Scope.Predicate scope = new Scope.WithinRegion(region).sql(alias);
        parameters.putAll(scope.parameters());
        return where(scope.sql());
    }

    /** Rows that count in a region: its own and those of the regions above it. */
    Narrowing countingIn(String column, @Nullable RegionCode region) {
        if (region == null) return this;
        List<String> path = new ArrayList<>(List.of(RegionCode.NATION.value()));
        for (RegionCode at : region.ancestors()) path.add(at.value());
        return where(column + " = ANY(:path)", "path", path.toArray(String[]::new));
    }

    /**
     * What is published, and what is not for the editors of a region.
     *
     * @param editors within which region drafts are shown, null for none
     */
    Narrowing published(String published, String alias, @Nullable RegionCode editors) {
        if (editors == null) return where(published);
        if (editors.equals(RegionCode.NATION)) return this;
        return where("(%s OR starts_with(%s.region, :editors))".formatted(published, alias))
                .with("editors", editors.prefix());
    }

    String sql() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}

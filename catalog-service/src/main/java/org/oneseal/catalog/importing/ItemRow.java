package org.oneseal.catalog.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.CaseKind;
import org.oneseal.catalog.items.CommitmentClass;
import org.oneseal.catalog.items.CrossRegion;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * One line of an item list as a county keeps it, still text.
 *
 * @param number of the line, the first item is 1
 */
record ItemRow(int number, Map<String, String> cells) {

    static final List<String> COLUMNS =
            List.of(
                    "name",
                    "item_type",
                    "department",
                    "legal_basis",
                    "service_object",
                    "case_kind",
                    "legal_limit",
                    "legal_unit",
                    "promised_limit",
                    "promised_unit",
                    "commitment",
                    "tolerance",
                    "instant",
                    "cross_region");

    /**
     * What could be read of a line. Where a cell could not, the two say something else there, so
     * that what both meet does not hang on it.
     */
    record Reading(Facts facts, Facts otherwise, List<Objection> objections) {

        boolean whole() {
            return objections.isEmpty();
        }
    }

    /** What a line says. */
    record Facts(
            String name,
            String itemType,
            String department,
            String legalBasis,
            List<ServiceObject> serviceObjects,
            CaseKind caseKind,
            @Nullable TimeLimit legalLimit,
            TimeLimit promisedLimit,
            CommitmentClass commitment,
            boolean tolerance,
            boolean instant,
            CrossRegion crossRegion) {}

    ItemRow {
        cells = Map.copyOf(cells);
    }

    static List<ItemRow> of(Table table) {
        List<ItemRow> rows = new ArrayList<>();
        for (Map<String, String> cells : table.rows())
            rows.add(new ItemRow(rows.size() + 1, cells));
        return rows;
    }

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    Reading read() {
        List<Objection> objections = new ArrayList<>();
        Optional<CaseKind> kind = choice("case_kind", CaseKind::valueOf, objections);
        Optional<TimeLimit> legal = limit("legal_limit", "legal_unit", objections);
        Optional<TimeLimit> promised = limit("promised_limit", "promised_unit", objections);
        Optional<CommitmentClass> commitment =
                cell("commitment").isEmpty()
                        ? Optional.of(CommitmentClass.NONE)
                        : choice("commitment", CommitmentClass::valueOf, objections);
        Optional<CrossRegion> cross =
                cell("cross_region").isEmpty()
                        ? Optional.of(CrossRegion.NONE)
                        : choice("cross_region", CrossRegion::valueOf, objections);
        List<ServiceObject> objects = new ArrayList<>();
        boolean named = true;
        for (String object : cell("service_object").split("\\|")) {
            try {
                objects.add(ServiceObject.valueOf(object));
            } catch (IllegalArgumentException e) {
                objections.add(wrong("service_object"));
                named = false;
            }
        }
        boolean known = named;
        for (String flag : List.of("tolerance", "instant")) {
            if (!cell(flag).matches("[YN]?")) objections.add(wrong(flag));
        }
        IntFunction<Facts> facts =
                way ->
                        new Facts(
                                cell("name"),
                                cell("item_type"),
                                cell("department"),
                                cell("legal_basis"),
                                known ? objects : List.of(ServiceObject.values()[way]),
                                kind.orElse(CaseKind.values()[way]),
                                legal.or(() -> Optional.of(TimeLimit.workingDays(way * 9999)))
                                        .filter(l -> l.amount() > 0)
                                        .orElse(null),
                                promised.orElse(TimeLimit.workingDays(way)),
                                commitment.orElse(CommitmentClass.values()[way]),
                                flag("tolerance", way),
                                flag("instant", way),
                                cross.orElse(CrossRegion.values()[way]));
        return new Reading(facts.apply(0), facts.apply(1), objections);
    }

    private boolean flag(String column, int way) {
        return cell(column).matches("[YN]?") ? cell(column).equals("Y") : way > 0;
    }

    private Optional<TimeLimit> limit(String amount, String unit, List<Objection> objections) {
        Optional<LimitUnit> counted = choice(unit, LimitUnit::valueOf, objections);
        if (!cell(amount).matches("[0-9]{1,4}")) {
            objections.add(wrong(amount));
            return Optional.empty();
        }
        return counted.map(u -> new TimeLimit(Integer.parseInt(cell(amount)), u));
    }

    private <T> Optional<T> choice(
            String column, Function<String, T> reader, List<Objection> objections) {
        try {
            return Optional.of(reader.apply(cell(column)));
        } catch (IllegalArgumentException e) {
            objections.add(wrong(column));
            return Optional.empty();
        }
    }

    private Objection wrong(String column) {
        return Objection.of("cell-invalid", column, cell(column)).at("/" + column);
    }
}

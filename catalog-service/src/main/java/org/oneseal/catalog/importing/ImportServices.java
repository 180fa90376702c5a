package org.oneseal.catalog.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.importing.ImportReport.Line;
import org.oneseal.catalog.importing.ImportReport.Result;
import org.oneseal.catalog.registers.EntryOutcome;
import org.oneseal.catalog.registers.IntermediaryEntry;
import org.oneseal.catalog.registers.KeepEntry;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in a region's directory of intermediary services (中介服务事项目录) as a table. Services that the
 * table does not name stay as they are.
 */
@Component
public class ImportServices {

    static final List<String> COLUMNS =
            List.of(
                    "code",
                    "name",
                    "legal_basis",
                    "requirements",
                    "time_limit",
                    "charges",
                    "result");
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Map<String, Integer> LONGEST =
            Map.of(
                    "name", 200,
                    "legal_basis", 500,
                    "requirements", 1000,
                    "time_limit", 200,
                    "charges", 500,
                    "result", 200);
    private static final int MOST_ROWS = 2000;

    private final Registers registers;
    private final KeepEntry keep;
    private final Departments departments;

    ImportServices(Registers registers, KeepEntry keep, Departments departments) {
        this.registers = registers;
        this.keep = keep;
        this.departments = departments;
    }

    /**
     * Imports a table; the department in charge may stand in a column of its own, by code.
     *
     * @param csv with the header line, UTF-8
     * @param dryRun only says what would happen
     */
    @Transactional
    public ImportOutcome importServices(
            RegionCode region, String csv, boolean dryRun, Actor actor, Instant now) {
        Table table = Table.of(csv);
        List<Objection> unreadable = table.objections(COLUMNS, MOST_ROWS);
        if (!unreadable.isEmpty()) return new ImportOutcome.Objected(unreadable);
        Run run = new Run(region, dryRun, actor, now);
        List<Line> lines = new ArrayList<>();
        for (Map<String, String> row : table.rows()) lines.add(run.take(lines.size() + 1, row));
        return new ImportOutcome.Imported(new ImportReport(lines, List.of()));
    }

    /** One pass over a table. */
    private final class Run {

        private final RegionCode region;
        private final boolean dryRun;
        private final Actor actor;
        private final Instant now;
        private final Map<String, Integer> seen = new HashMap<>();

        Run(RegionCode region, boolean dryRun, Actor actor, Instant now) {
            this.region = region;
            this.dryRun = dryRun;
            this.actor = actor;
            this.now = now;
        }

        Line take(int number, Map<String, String> row) {
            String code = cell(row, "code");
            List<Objection> objections = new ArrayList<>(readable(row));
            Integer before = seen.putIfAbsent(code, number);
            if (before != null) {
                objections.add(Objection.of("row-repeated", String.valueOf(before)).at("/code"));
            }
            Optional<RegisterEntry> found = registers.find(Register.INTERMEDIARY_SERVICES, code);
            if (found.isPresent() && !found.get().region().equals(region)) {
                objections.add(Objection.of("entry-key-taken", code).at("/code"));
            }
            IntermediaryEntry service = service(row);
            objections.addAll(service.objections());
            if (!objections.isEmpty())
                return line(number, code, service, Result.REFUSED, objections);
            if (found.isPresent()
                    && !found.get().withdrawn()
                    && found.get().body().equals(service)) {
                return line(number, code, service, Result.UNCHANGED, List.of());
            }
            Result done = found.isEmpty() ? Result.NEW : Result.CHANGED;
            if (dryRun) return line(number, code, service, done, List.of());
            return switch (kept(code, found, service)) {
                case EntryOutcome.Kept _ -> line(number, code, service, done, List.of());
                case EntryOutcome.Objected(var why) ->
                        line(number, code, service, Result.REFUSED, why);
                case EntryOutcome.NotNow(var why) ->
                        line(number, code, service, Result.REFUSED, why);
            };
        }

        private EntryOutcome kept(
                String code, Optional<RegisterEntry> found, IntermediaryEntry service) {
            return found.isEmpty()
                    ? keep.add(code, region, RegisterEntry.EDITOR, service, actor, now)
                    : keep.change(
                            code, found.get().version(), RegisterEntry.EDITOR, service, actor, now);
        }

        private List<Objection> readable(Map<String, String> row) {
            List<Objection> objections = new ArrayList<>();
            String code = cell(row, "code");
            if (!CODE.matcher(code).matches()) {
                objections.add(Objection.of("cell-invalid", "code", code).at("/code"));
            }
            for (String column : COLUMNS) {
                String cell = cell(row, column);
                if (cell.length() > LONGEST.getOrDefault(column, Integer.MAX_VALUE)) {
                    objections.add(
                            Objection.of("cell-invalid", column, cell.substring(0, 40))
                                    .at("/" + column));
                }
            }
            String department = cell(row, "department");
            if (!department.isEmpty() && departments.find(department).isEmpty()) {
                objections.add(Objection.of("department-unknown", department).at("/department"));
            }
            return objections;
        }
    }

    private static IntermediaryEntry service(Map<String, String> row) {
        return new IntermediaryEntry(
                cell(row, "name"),
                cell(row, "legal_basis"),
                said(row, "requirements"),
                said(row, "time_limit"),
                said(row, "charges"),
                said(row, "result"),
                said(row, "department"));
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static @Nullable String said(Map<String, String> row, String column) {
        String cell = cell(row, column);
        return cell.isEmpty() ? null : cell;
    }

    private static Line line(
            int number,
            String code,
            IntermediaryEntry service,
            Result result,
            List<Objection> objections) {
        return new Line(number, service.name(), code, result, 0, 0, objections);
    }
}

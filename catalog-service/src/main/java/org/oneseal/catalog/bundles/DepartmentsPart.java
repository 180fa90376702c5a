package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.DepartmentCommand;
import org.oneseal.catalog.departments.DepartmentOutcome;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.departments.RegisterDepartment;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The departments that run the items; one that is known is never changed by a bundle. */
@Component
class DepartmentsPart implements BundlePart {

    private static final String NAME = "departments";
    private static final int BATCH = 200;

    private final Departments departments;
    private final RegisterDepartment register;
    private final Json json;

    DepartmentsPart(Departments departments, RegisterDepartment register, Json json) {
        this.departments = departments;
        this.register = register;
        this.json = json;
    }

    /** A department as it travels. */
    record Line(
            String code,
            String name,
            String uscc,
            String region,
            @Nullable String parent,
            boolean madeUp) {

        static Line of(Department department) {
            return new Line(
                    department.code(),
                    department.name(),
                    department.uscc().value(),
                    department.region().value(),
                    department.parent(),
                    department.madeUp());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public List<JsonNode> lines(RegionCode region, Instant now) {
        List<Line> all = new ArrayList<>();
        String after = "";
        List<Department> page;
        do {
            page = departments.list(region.equals(RegionCode.NATION) ? null : region, after, BATCH);
            page.forEach(department -> all.add(Line.of(department)));
            if (!page.isEmpty()) after = page.getLast().code();
        } while (page.size() == BATCH);
        // Whoever stands above others comes before them.
        return all.stream()
                .sorted(Comparator.comparing((Line l) -> l.parent() != null))
                .<JsonNode>map(line -> json.mapper().valueToTree(line))
                .toList();
    }

    @Override
    public List<BundleLine> take(
            List<JsonNode> lines, RegionCode region, Actor actor, Instant now) {
        return lines.stream()
                .map(line -> take(json.mapper().treeToValue(line, Line.class), region, now))
                .toList();
    }

    private BundleLine take(Line line, RegionCode region, Instant now) {
        RegionCode where = new RegionCode(line.region());
        if (!region.contains(where)) {
            return BundleLine.refused(
                    NAME,
                    line.code(),
                    line.name(),
                    List.of(Objection.of("bundle-region-outside", line.region())));
        }
        Optional<Department> found = departments.find(line.code());
        if (found.isPresent()) {
            boolean same = Line.of(found.get()).equals(line);
            return same
                    ? BundleLine.of(NAME, line.code(), line.name(), Result.SAME)
                    : BundleLine.refused(
                            NAME,
                            line.code(),
                            line.name(),
                            List.of(Objection.of("department-differs", line.code())));
        }
        return switch (register.register(
                new DepartmentCommand(
                        line.code(),
                        line.name(),
                        line.uscc(),
                        line.region(),
                        line.parent(),
                        line.madeUp()),
                now)) {
            case DepartmentOutcome.Registered _ ->
                    BundleLine.of(NAME, line.code(), line.name(), Result.NEW);
            case DepartmentOutcome.Objected(var objections) ->
                    BundleLine.refused(NAME, line.code(), line.name(), objections);
        };
    }
}

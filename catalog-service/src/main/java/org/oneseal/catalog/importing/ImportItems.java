package org.oneseal.catalog.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.DepartmentCommand;
import org.oneseal.catalog.departments.DepartmentList;
import org.oneseal.catalog.departments.DepartmentOutcome;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.departments.RegisterDepartment;
import org.oneseal.catalog.importing.ImportOutcome.Imported;
import org.oneseal.catalog.importing.ImportReport.Line;
import org.oneseal.catalog.importing.ImportReport.Result;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemChange.Origin;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.items.PublicationChecks;
import org.oneseal.catalog.publishing.BasicDirectory;
import org.oneseal.catalog.publishing.PublishChecks;
import org.oneseal.catalog.publishing.PublishRules;
import org.oneseal.platform.identity.BasicCode;
import org.oneseal.platform.identity.ImplementationCode;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the item list of a region: each line is completed by the rules of the import, checked
 * like any draft and published from today on, or left as a draft where another person is to review
 * it first. A line that says what is published or waits already changes nothing.
 */
@Component
public class ImportItems {

    private static final int MOST_ROWS = 2000;

    private final Items items;
    private final ItemDesk desk;
    private final Fingerprints fingerprints;
    private final BasicDirectory matters;
    private final Departments departments;
    private final DepartmentList shipped;
    private final RegisterDepartment register;
    private final PublishChecks checks;
    private final ItemDerivation derivation;

    ImportItems(
            Items items,
            ItemDesk desk,
            Fingerprints fingerprints,
            BasicDirectory matters,
            Departments departments,
            DepartmentList shipped,
            RegisterDepartment register,
            PublishChecks checks,
            ItemDerivation derivation) {
        this.items = items;
        this.desk = desk;
        this.fingerprints = fingerprints;
        this.matters = matters;
        this.departments = departments;
        this.shipped = shipped;
        this.register = register;
        this.checks = checks;
        this.derivation = derivation;
    }

    /**
     * Imports a table.
     *
     * @param csv with the header line, UTF-8
     * @param dryRun only says what would happen
     */
    @Transactional
    public ImportOutcome importItems(
            RegionCode region, String csv, boolean dryRun, Actor actor, Instant now) {
        Table table = Table.of(csv);
        List<Objection> unreadable = table.objections(ItemRow.COLUMNS, MOST_ROWS);
        if (!unreadable.isEmpty()) return new ImportOutcome.Objected(unreadable);
        Run run = new Run(region, dryRun, actor, now);
        List<Line> lines = ItemRow.of(table).stream().map(run::take).toList();
        return new Imported(new ImportReport(lines, run.registered));
    }

    /** A line's item as it would be published. */
    private record Trial(
            Optional<Item> found,
            String code,
            ItemContent content,
            PublicationChecks rules,
            ItemOutcome drafted,
            ItemOutcome published) {

        List<Objection> objections() {
            return switch (published) {
                case ItemOutcome.Done _ -> List.of();
                case ItemOutcome.Objected objected -> objected.objections();
                case ItemOutcome.NotNow not -> not.objections();
            };
        }

        /** Whether nothing is missing but the word of another person than whoever imports. */
        boolean waits() {
            return rules.reviews().separate()
                    && drafted instanceof ItemOutcome.Done
                    && published instanceof ItemOutcome.NotNow;
        }
    }

    /** One pass over a table. */
    private final class Run {

        private final RegionCode region;
        private final boolean dryRun;
        private final Actor actor;
        private final Instant now;
        private final LocalDate today;
        private final Map<String, Optional<Department>> known = new LinkedHashMap<>();
        private final Map<String, Integer> seen = new LinkedHashMap<>();
        private final List<String> registered = new ArrayList<>();

        Run(RegionCode region, boolean dryRun, Actor actor, Instant now) {
            this.region = region;
            this.dryRun = dryRun;
            this.actor = actor;
            this.now = now;
            this.today = ItemDesk.today(now);
        }

        Line take(ItemRow row) {
            ItemRow.Reading reading = row.read();
            List<Objection> objections = new ArrayList<>(reading.objections());
            Optional<Department> department =
                    known.computeIfAbsent(row.cell("department"), this::department);
            if (department.isEmpty()) {
                objections.add(
                        Objection.of("department-unknown", row.cell("department"))
                                .at("/department"));
            }
            Optional<BasicDirectory.Entry> matter =
                    matters.named(row.cell("name"), row.cell("item_type"), region);
            if (matter.isEmpty()) {
                objections.add(
                        Objection.of("matter-unknown", row.cell("name"), row.cell("item_type"))
                                .withGround("GB/T 39554.1-2020")
                                .at("/name"));
            }
            if (department.isEmpty() || matter.isEmpty()) return refused(row, null, objections);
            String code =
                    ImplementationCode.of(
                                    department.get().uscc(),
                                    PublishRules.exerciseLevel(region),
                                    new BasicCode(matter.get().basicCode()))
                            .value();
            Integer before = seen.putIfAbsent(code, row.number());
            if (before != null) {
                objections.add(Objection.of("row-repeated", String.valueOf(before)));
                return refused(row, code, objections);
            }
            Optional<Item> found = items.find(code);
            Function<ItemRow.Facts, Trial> trial =
                    facts ->
                            trial(
                                    found,
                                    code,
                                    department.get(),
                                    derivation.content(
                                            facts, department.get(), matter.get().basicCode()));
            Trial first = trial.apply(reading.facts());
            if (found.isPresent() && found.get().draft() != null) {
                return begun(row, found.get(), first, objections);
            }
            if (reading.whole()) return publish(row, first);
            List<Objection> otherwise = trial.apply(reading.otherwise()).objections();
            first.objections().stream().filter(otherwise::contains).forEach(objections::add);
            return refused(row, code, objections);
        }

        /** What publishing a content would come to; nothing is stored. */
        private Trial trial(
                Optional<Item> found, String code, Department department, ItemContent content) {
            ItemOutcome drafted =
                    found.isPresent()
                            ? found.get().edit(content, Origin.IMPORT, fingerprints)
                            : Item.begin(
                                    code,
                                    region,
                                    department.code(),
                                    content,
                                    Origin.IMPORT,
                                    fingerprints);
            PublicationChecks rules = checks.of(region, department, today);
            ItemOutcome published =
                    drafted instanceof ItemOutcome.Done(var draft, _, _)
                            ? draft.publish(rules, fingerprints, today, today, now)
                            : drafted;
            return new Trial(found, code, content, rules, drafted, published);
        }

        /**
         * A draft is never overwritten; one that says the same is what an import before has left.
         */
        private Line begun(ItemRow row, Item item, Trial trial, List<Objection> objections) {
            boolean same = trial.content().equals(item.draft()) && objections.isEmpty();
            if (!same || !trial.rules().reviews().separate()) {
                objections.add(Objection.of("item-being-edited", item.code()));
                return refused(row, item.code(), objections);
            }
            Review given = item.review();
            if (given != null && given.rejects(fingerprints.of(trial.content()))) {
                objections.add(Objection.of("draft-rejected", item.code()));
                return refused(row, item.code(), objections);
            }
            return waiting(row, trial);
        }

        private Line waiting(ItemRow row, Trial trial) {
            return new Line(
                    row.number(),
                    trial.content().name(),
                    trial.code(),
                    Result.WAITING,
                    0,
                    trial.rules().remarks(trial.content(), today).size(),
                    List.of());
        }

        private Line publish(ItemRow row, Trial trial) {
            Optional<Item> found = trial.found();
            ItemContent content = trial.content();
            String code = trial.code();
            Optional<ItemVersion> latest = found.flatMap(Item::latest);
            if (latest.isPresent() && latest.get().content().equals(content)) {
                return new Line(
                        row.number(),
                        content.name(),
                        code,
                        Result.UNCHANGED,
                        latest.get().number(),
                        0,
                        List.of());
            }
            if (trial.waits()) {
                if (!dryRun) draft(trial);
                return waiting(row, trial);
            }
            if (!(trial.drafted() instanceof ItemOutcome.Done)
                    || !(trial.published() instanceof ItemOutcome.Done done)) {
                return refused(row, code, trial.objections());
            }
            if (!dryRun && draft(trial) instanceof ItemOutcome.Done(var stored, _, _)) {
                desk.change(
                        stored,
                        actor,
                        now,
                        item -> item.publish(trial.rules(), fingerprints, today, today, now));
            }
            return new Line(
                    row.number(),
                    content.name(),
                    code,
                    latest.isPresent() ? Result.CHANGED : Result.NEW,
                    done.item().versions().size(),
                    done.remarks().size(),
                    List.of());
        }

        private ItemOutcome draft(Trial trial) {
            if (!(trial.drafted() instanceof ItemOutcome.Done(var begun, _, _))) {
                return trial.drafted();
            }
            return desk.change(trial.found().orElse(begun), actor, now, _ -> trial.drafted());
        }

        /** Registers a department that came with the service when a line first names it. */
        private Optional<Department> department(String name) {
            Optional<Department> found = departments.named(region, name);
            if (found.isPresent()) return found;
            Optional<DepartmentCommand> listed = shipped.named(region, name);
            if (listed.isEmpty()) return Optional.empty();
            DepartmentCommand command = listed.get();
            if (dryRun) {
                return Optional.of(
                        new Department(
                                command.code(),
                                command.name(),
                                new UnifiedSocialCreditCode(command.uscc()),
                                region,
                                command.parent(),
                                command.madeUp(),
                                0));
            }
            if (register.register(command, now)
                    instanceof DepartmentOutcome.Registered(var department)) {
                registered.add(department.code());
                return Optional.of(department);
            }
            return Optional.empty();
        }

        private static Line refused(ItemRow row, @Nullable String code, List<Objection> why) {
            return new Line(row.number(), row.cell("name"), code, Result.REFUSED, 0, 0, why);
        }
    }
}

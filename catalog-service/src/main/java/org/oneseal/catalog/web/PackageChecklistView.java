package org.oneseal.catalog.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.checklist.Checklist;
import org.oneseal.catalog.guide.Asked;
import org.oneseal.catalog.items.FormFile;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.packages.MergedForm;
import org.oneseal.catalog.packages.PackageChecklist;
import org.oneseal.catalog.packages.PackageContent.Link;
import org.oneseal.catalog.packages.PackageOrder;
import org.oneseal.platform.worktime.TimeLimit;
import tools.jackson.databind.JsonNode;

/**
 * What one applicant needs for a package: which items in which order, one form, one list of
 * materials, each line with its reason.
 *
 * @param next questions of the package to ask now; those of single items stand with them
 * @param unused codes of answers that were not asked for, and of items that do not take part
 * @param feeTotalFen null while a fee is open or its standard decides
 */
record PackageChecklistView(
        String code,
        int version,
        String name,
        LocalDate on,
        Checklist.State state,
        List<ChecklistView.QuestionView> next,
        List<ChecklistView.ReplyView> answered,
        List<String> unused,
        List<ChecklistView.ChosenView> refusals,
        List<ChecklistView.ChosenView> roles,
        List<StageView> stages,
        List<MemberView> members,
        TimeView time,
        FormView form,
        List<MaterialView> materials,
        @Nullable Long feeTotalFen) {

    static PackageChecklistView of(PackageChecklist list, Locale locale) {
        boolean asks = list.state() == Checklist.State.INCOMPLETE;
        return new PackageChecklistView(
                list.code(),
                list.version(),
                ChecklistView.said(list.content().name(), locale),
                list.on(),
                list.state(),
                list.questions().stream()
                        .filter(q -> asks && q.standing() == Asked.Standing.NEXT)
                        .map(q -> ChecklistView.QuestionView.of(q.question(), locale))
                        .toList(),
                list.questions().stream()
                        .flatMap(q -> ChecklistView.ReplyView.of(q, locale).stream())
                        .toList(),
                list.unused(),
                list.refusals().stream().map(f -> ChecklistView.ChosenView.of(f, locale)).toList(),
                list.roles().stream().map(f -> ChecklistView.ChosenView.of(f, locale)).toList(),
                StageView.all(list, locale),
                list.members().stream().map(m -> MemberView.of(m, list.order(), locale)).toList(),
                TimeView.of(list.order()),
                FormView.of(list.form()),
                list.materials().stream().map(m -> MaterialView.of(m, locale)).toList(),
                list.feeTotalFen());
    }

    /**
     * A stage as it is for this person.
     *
     * @param workingDays from its first item to the end of its last; null where none takes part
     */
    record StageView(
            String code,
            String name,
            String lead,
            @Nullable TimeLimit limit,
            @Nullable Integer workingDays) {

        static List<StageView> all(PackageChecklist list, Locale locale) {
            return list.content().stages().stream()
                    .map(
                            stage ->
                                    new StageView(
                                            stage.code(),
                                            ChecklistView.said(stage.name(), locale),
                                            stage.lead(),
                                            stage.limit(),
                                            days(list, stage.code())))
                    .toList();
        }

        private static @Nullable Integer days(PackageChecklist list, String stage) {
            List<String> items =
                    list.members().stream()
                            .filter(m -> stage.equals(m.member().stage()))
                            .map(m -> m.member().item())
                            .toList();
            List<PackageOrder.Slot> slots =
                    list.order().slots().stream().filter(s -> items.contains(s.item())).toList();
            if (slots.isEmpty()) return null;
            int from = slots.stream().mapToInt(PackageOrder.Slot::begins).min().orElse(0);
            int to = slots.stream().mapToInt(PackageOrder.Slot::ends).max().orElse(0);
            return to - from;
        }
    }

    /**
     * An item of the package.
     *
     * @param slot when it is handled, null unless it takes part
     * @param checklist of its own, null unless it takes part
     */
    record MemberView(
            String item,
            @Nullable String stage,
            PackageChecklist.Part part,
            List<ChecklistView.ReasonView> reasons,
            PackageOrder.@Nullable Slot slot,
            @Nullable ChecklistView checklist) {

        static MemberView of(PackageChecklist.MemberLine line, PackageOrder order, Locale locale) {
            String item = line.member().item();
            Checklist checklist = line.checklist();
            return new MemberView(
                    item,
                    line.member().stage(),
                    line.part(),
                    ChecklistView.ReasonView.all(line.findings(), locale),
                    order.slots().stream()
                            .filter(s -> s.item().equals(item))
                            .findFirst()
                            .orElse(null),
                    checklist == null ? null : ChecklistView.of(checklist, locale));
        }
    }

    /**
     * How long all of it takes, by the promised limits along the critical path.
     *
     * @param path the items that decide it, one after the other
     */
    record TimeView(int workingDays, int rounds, List<StretchView> path) {

        static TimeView of(PackageOrder order) {
            return new TimeView(
                    order.workingDays(),
                    order.slots().stream().mapToInt(PackageOrder.Slot::step).max().orElse(0),
                    order.path().stream()
                            .flatMap(
                                    item ->
                                            order.slots().stream()
                                                    .filter(s -> s.item().equals(item)))
                            .map(s -> new StretchView(s.item(), s.limit(), s.workingDays()))
                            .toList());
        }
    }

    /** An item on the path: its promised limit, and in working days (5 are 7 calendar days). */
    record StretchView(String item, TimeLimit promised, int workingDays) {}

    /** One form: data elements asked once, and the fields they fill. */
    record FormView(
            JsonNode schema, List<MergedForm.Element> elements, List<MergedForm.Problem> separate) {

        static FormView of(MergedForm form) {
            return new FormView(form.schema(), form.elements(), form.problems());
        }
    }

    /** A material, handed in once, and what each item makes of it. */
    record MaterialView(
            String name,
            PackageChecklist.Provision provision,
            Material.Form form,
            int copies,
            @Nullable FormFile blankForm,
            @Nullable FormFile sample,
            List<UseView> uses) {

        static MaterialView of(PackageChecklist.MaterialLine line, Locale locale) {
            return new MaterialView(
                    line.name(),
                    line.provision(),
                    line.form(),
                    line.copies(),
                    line.uses().stream()
                            .flatMap(u -> Stream.ofNullable(u.line().material().blankForm()))
                            .findFirst()
                            .orElse(null),
                    line.uses().stream()
                            .flatMap(u -> Stream.ofNullable(u.line().material().sample()))
                            .findFirst()
                            .orElse(null),
                    line.uses().stream().map(u -> UseView.of(u, locale)).toList());
        }
    }

    record UseView(
            String item,
            String material,
            PackageChecklist.Provision provision,
            @Nullable Link source,
            ChecklistBody.@Nullable CertificateBody certificate,
            @Nullable SharedFindingView areaEvaluation,
            List<ChecklistView.ReasonView> reasons) {

        static UseView of(PackageChecklist.Use use, Locale locale) {
            var held = use.line().certificate();
            return new UseView(
                    use.item(),
                    use.line().material().code(),
                    use.provision(),
                    use.source(),
                    held == null ? null : ChecklistBody.CertificateBody.of(held),
                    SharedFindingView.of(use.line().shared()),
                    ChecklistView.ReasonView.all(use.line().findings(), locale));
        }
    }
}

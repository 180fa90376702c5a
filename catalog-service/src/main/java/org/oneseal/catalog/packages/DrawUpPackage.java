package org.oneseal.catalog.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.checklist.Checklist;
import org.oneseal.catalog.checklist.ChecklistOutcome;
import org.oneseal.catalog.checklist.ChecklistRequest;
import org.oneseal.catalog.checklist.DrawUpChecklist;
import org.oneseal.catalog.guide.Advice;
import org.oneseal.catalog.guide.Answers;
import org.oneseal.catalog.guide.Conditions;
import org.oneseal.catalog.guide.Effect;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.guide.Ruling;
import org.oneseal.catalog.guide.UnderstoodGuide;
import org.oneseal.catalog.items.UnitTables;
import org.oneseal.catalog.packages.PackageAnswer.Drawn;
import org.oneseal.catalog.packages.PackageAnswer.NotNow;
import org.oneseal.catalog.packages.PackageAnswer.Objected;
import org.oneseal.catalog.packages.PackageChecklist.MemberLine;
import org.oneseal.catalog.packages.PackageChecklist.Part;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.worktime.TimeLimit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws up what a package means for one applicant, as far as his answers go. */
@Component
public class DrawUpPackage {

    private final Packages packages;
    private final DrawUpChecklist checklists;
    private final Conditions conditions;
    private final UnitTables units;

    DrawUpPackage(
            Packages packages,
            DrawUpChecklist checklists,
            Conditions conditions,
            UnitTables units) {
        this.packages = packages;
        this.checklists = checklists;
        this.conditions = conditions;
        this.units = units;
    }

    @Transactional(readOnly = true)
    public PackageAnswer drawUp(String code, PackageRequest request) {
        ServicePackage found =
                packages.find(code)
                        .filter(p -> !p.versions().isEmpty())
                        .orElseThrow(() -> new NotFound("package", code));
        Optional<PackageVersion> offered = found.offered(request.on());
        if (offered.isEmpty()) {
            return new NotNow(
                    List.of(Objection.of("package-takes-nothing", code, request.on().toString())));
        }
        return new Run(found, offered.get(), request).draw();
    }

    /** One applicant's way through a package. */
    private final class Run {

        private final ServicePackage found;
        private final PackageVersion version;
        private final PackageContent content;
        private final Guide guide;
        private final PackageRequest request;
        private final List<Objection> wrong = new ArrayList<>();
        private final List<Objection> closed = new ArrayList<>();
        private final List<MemberLine> members = new ArrayList<>();
        private final Map<String, Checklist> lists = new LinkedHashMap<>();

        Run(ServicePackage found, PackageVersion version, PackageRequest request) {
            this.found = found;
            this.version = version;
            this.content = version.content();
            Guide guidance = content.guidance();
            this.guide = guidance == null ? Guide.EMPTY : guidance;
            this.request = request;
        }

        PackageAnswer draw() {
            request.members()
                    .keySet()
                    .forEach(
                            item -> {
                                if (!content.items().contains(item)) {
                                    wrong.add(
                                            Objection.of("member-unknown", item)
                                                    .at("/members/" + item));
                                }
                            });
            Advice advice =
                    switch (Answers.read(guide, request.answers(), "/answers")) {
                        case Answers.Reading.Given(var answers) ->
                                UnderstoodGuide.of(guide, conditions).advise(answers, request.on());
                        case Answers.Reading.Wrong(var objections) -> {
                            wrong.addAll(objections);
                            yield Advice.NONE;
                        }
                    };
            for (Member member : content.members()) take(member, advice.member(member.item()));
            if (!wrong.isEmpty()) return new Objected(wrong.stream().distinct().toList());
            if (!closed.isEmpty()) return new NotNow(closed.stream().distinct().toList());
            return new Drawn(checklist(advice));
        }

        private void take(Member member, Ruling ruling) {
            Part part =
                    switch (ruling.verdict()) {
                        case HOLDS -> Part.TAKES_PART;
                        case FAILS -> Part.LEFT_OUT;
                        case OPEN -> Part.OPEN;
                    };
            Checklist list = part == Part.TAKES_PART ? list(member.item()) : null;
            if (list != null) lists.put(member.item(), list);
            members.add(new MemberLine(member, part, ruling.findings(), list));
        }

        private @Nullable Checklist list(String item) {
            ChecklistRequest own =
                    new ChecklistRequest(
                            request.members().getOrDefault(item, Map.of()),
                            new ChecklistRequest.Above(guide, request.answers()),
                            request.place(),
                            request.park(),
                            request.on(),
                            request.certificates());
            return switch (checklists.drawUp(item, own)) {
                case ChecklistOutcome.Drawn(var list) -> list;
                case ChecklistOutcome.Objected(var objections) -> {
                    for (Objection objection : objections) wrong.add(placed(item, objection));
                    yield null;
                }
                case ChecklistOutcome.NotNow(var objections) -> {
                    closed.addAll(objections);
                    yield null;
                }
            };
        }

        private static Objection placed(String item, Objection objection) {
            String field = String.valueOf(objection.field());
            if (!field.startsWith("/answers/")) return objection;
            return objection.at("/members/" + item + field.substring("/answers".length()));
        }

        private PackageChecklist checklist(Advice advice) {
            Map<String, TimeLimit> limits = new LinkedHashMap<>();
            List<FormMerge.Source> forms = new ArrayList<>();
            lists.forEach(
                    (item, list) -> {
                        TimeLimit promised = list.content().promisedLimit();
                        limits.put(item, promised == null ? TimeLimit.workingDays(0) : promised);
                        list.content()
                                .forms()
                                .forEach(form -> forms.add(new FormMerge.Source(item, form)));
                    });
            List<String> unused = new ArrayList<>(advice.unused());
            request.members().keySet().stream()
                    .filter(item -> !lists.containsKey(item))
                    .sorted()
                    .forEach(unused::add);
            return new PackageChecklist(
                    found.code(),
                    version.number(),
                    request.on(),
                    state(advice),
                    content,
                    advice.questions(),
                    unused,
                    advice.holding(Effect.Kind.REFUSE),
                    advice.holding(Effect.Kind.ADD_ROLE),
                    members,
                    PackageOrder.of(content, limits, units.on(found.region(), request.on())),
                    FormMerge.merge(forms),
                    MaterialLines.of(content, lists),
                    fees());
        }

        /** Refused as a whole; a member that is refused says so itself. */
        private Checklist.State state(Advice advice) {
            if (!advice.holding(Effect.Kind.REFUSE).isEmpty()) return Checklist.State.REFUSED;
            boolean open =
                    !advice.complete()
                            || lists.values().stream()
                                    .anyMatch(l -> l.state() == Checklist.State.INCOMPLETE);
            return open ? Checklist.State.INCOMPLETE : Checklist.State.COMPLETE;
        }

        private @Nullable Long fees() {
            boolean open = members.stream().anyMatch(m -> m.part() == Part.OPEN);
            if (open) return null;
            long total = 0;
            for (Checklist list : lists.values()) {
                Long fees = list.feeTotalFen();
                if (fees == null) return null;
                total = Math.addExact(total, fees);
            }
            return total;
        }
    }
}

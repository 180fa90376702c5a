package org.oneseal.catalog.checklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.checklist.Checklist.FeeLine;
import org.oneseal.catalog.checklist.Checklist.FeeState;
import org.oneseal.catalog.checklist.Checklist.Handling;
import org.oneseal.catalog.checklist.Checklist.MaterialLine;
import org.oneseal.catalog.checklist.Checklist.Need;
import org.oneseal.catalog.checklist.Checklist.VariantLine;
import org.oneseal.catalog.checklist.ChecklistOutcome.Drawn;
import org.oneseal.catalog.checklist.ChecklistOutcome.NotNow;
import org.oneseal.catalog.checklist.ChecklistOutcome.Objected;
import org.oneseal.catalog.delegation.ResolveHandler;
import org.oneseal.catalog.guide.Advice;
import org.oneseal.catalog.guide.Answers;
import org.oneseal.catalog.guide.Conditions;
import org.oneseal.catalog.guide.Effect;
import org.oneseal.catalog.guide.Finding;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.guide.Ruling;
import org.oneseal.catalog.guide.UnderstoodGuide;
import org.oneseal.catalog.guide.Verdict;
import org.oneseal.catalog.items.Fee;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.items.Material;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.NotFound;
import org.oneseal.catalog.registers.AreaEvaluation;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.catalog.words.Folded;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws up what one applicant needs for an item, as far as his answers go. */
@Component
public class DrawUpChecklist {

    private final Items items;
    private final ResolveHandler handlers;
    private final Conditions conditions;
    private final Registers registers;

    DrawUpChecklist(
            Items items, ResolveHandler handlers, Conditions conditions, Registers registers) {
        this.items = items;
        this.handlers = handlers;
        this.conditions = conditions;
        this.registers = registers;
    }

    @Transactional(readOnly = true)
    public ChecklistOutcome drawUp(String code, ChecklistRequest request) {
        Item item =
                items.find(code)
                        .filter(i -> !i.versions().isEmpty())
                        .orElseThrow(() -> new NotFound("item", code));
        return switch (handlers.resolve(
                item,
                Objects.requireNonNullElse(request.place(), item.region()),
                request.park(),
                request.on())) {
            case ResolveHandler.Answer.Objected(var objections) -> {
                List<Objection> all = new ArrayList<>(objections);
                all.addAll(wrongAnswers(item, request));
                yield new Objected(all);
            }
            case ResolveHandler.Answer.Found found ->
                    drawUp(
                            found.item(),
                            new Handling(found.handler(), found.inTheNameOf(), found.via()),
                            request);
        };
    }

    /** What is wrong with the answers, whoever handles the item. */
    private static List<Objection> wrongAnswers(Item item, ChecklistRequest request) {
        Guide guide =
                item.intake(request.on()).map(version -> version.content().guidance()).orElse(null);
        if (guide == null) return List.of();
        return Answers.read(guide, request.answersTo(guide), "/answers")
                        instanceof Answers.Reading.Wrong(var objections)
                ? objections
                : List.of();
    }

    private ChecklistOutcome drawUp(Item item, Handling handling, ChecklistRequest request) {
        Optional<ItemVersion> governing = item.intake(request.on());
        if (governing.isEmpty()) {
            return new NotNow(
                    List.of(
                            Objection.of(
                                    "item-takes-nothing", item.code(), request.on().toString())));
        }
        ItemVersion version = governing.get();
        Guide guide = version.content().guidance();
        if (guide == null) guide = Guide.EMPTY;
        return switch (Answers.read(guide, request.answersTo(guide), "/answers")) {
            case Answers.Reading.Wrong(var objections) -> new Objected(objections);
            case Answers.Reading.Given(var answers) ->
                    new Drawn(draw(item, version, guide, answers, handling, request));
        };
    }

    private Checklist draw(
            Item item,
            ItemVersion version,
            Guide guide,
            Answers answers,
            Handling handling,
            ChecklistRequest request) {
        LocalDate on = request.on();
        Advice advice = UnderstoodGuide.of(guide, conditions).advise(answers, on);
        ItemContent content = version.content();
        List<RegisterEntry> evaluations = evaluations(item, request);
        List<MaterialLine> materials =
                content.materials().stream()
                        .map(
                                m ->
                                        material(
                                                m,
                                                advice.material(m.code()),
                                                request,
                                                shared(evaluations, item, m)))
                        .toList();
        List<FeeLine> fees = content.fees().stream().map(fee -> fee(fee, advice)).toList();
        return new Checklist(
                item.code(),
                version.number(),
                on,
                Checklist.state(advice),
                advice.questions(),
                advice.unused(),
                variant(guide, advice),
                advice.holding(Effect.Kind.REFUSE),
                materials,
                fees,
                total(fees),
                advice.holding(Effect.Kind.ADD_ROLE),
                advice.holding(Effect.Kind.SUGGEST_PACKAGE),
                content,
                handling,
                spare(materials, request.certificates()));
    }

    private static @Nullable VariantLine variant(Guide guide, Advice advice) {
        return advice.variant()
                .filter(f -> f.verdict() == Verdict.HOLDS)
                .flatMap(
                        f ->
                                guide.variant(String.valueOf(f.determination().effect().target()))
                                        .map(v -> new VariantLine(v, f)))
                .orElse(null);
    }

    /** Evaluations of the area that hold where and when one applies, and speak of the item. */
    private List<RegisterEntry> evaluations(Item item, ChecklistRequest request) {
        RegionCode place = Objects.requireNonNullElse(request.place(), item.region());
        Set<RegionCode> around = new HashSet<>(place.ancestors());
        around.add(RegionCode.NATION);
        return registers
                .naming(Register.AREA_EVALUATIONS, List.of(Folded.key(item.code())), around)
                .stream()
                .filter(e -> e.said(AreaEvaluation.class).holds(request.park(), request.on()))
                .toList();
    }

    private static @Nullable SharedFinding shared(
            List<RegisterEntry> evaluations, Item item, Material material) {
        return evaluations.stream()
                .map(e -> new SharedFinding(e.key(), e.said(AreaEvaluation.class)))
                .filter(s -> s.evaluation().standsFor(item.code(), material.code()))
                .findFirst()
                .orElse(null);
    }

    private static MaterialLine material(
            Material material,
            Ruling ruling,
            ChecklistRequest request,
            @Nullable SharedFinding shared) {
        if (ruling.verdict() == Verdict.FAILS) {
            return new MaterialLine(material, Need.LEFT_OUT, ruling.findings(), null, null);
        }
        if (shared != null) {
            return new MaterialLine(material, Need.ON_FILE, ruling.findings(), null, shared);
        }
        String type = material.certificateType();
        Optional<HeldCertificate> held =
                request.certificates().stream()
                        .filter(c -> c.type().equals(type) && c.validOn(request.on()))
                        .findFirst();
        if (held.isPresent()) {
            return new MaterialLine(material, Need.ON_FILE, ruling.findings(), held.get(), null);
        }
        Need need = ruling.verdict() == Verdict.HOLDS ? Need.NEEDED : Need.OPEN;
        return new MaterialLine(material, need, ruling.findings(), null, null);
    }

    private static FeeLine fee(Fee fee, Advice advice) {
        Ruling waiver = advice.waiver(fee.name());
        if (waiver.verdict() == Verdict.HOLDS) {
            return new FeeLine(fee, FeeState.WAIVED, 0L, waiver.findings());
        }
        Optional<Finding> setter = advice.feeSetter(fee.name());
        List<Finding> open = new ArrayList<>();
        if (waiver.verdict() == Verdict.OPEN) open.addAll(waiver.findings());
        setter.filter(f -> f.verdict() == Verdict.OPEN).ifPresent(open::add);
        if (!open.isEmpty()) return new FeeLine(fee, FeeState.OPEN, null, open);
        if (setter.isEmpty()) return new FeeLine(fee, FeeState.DUE, fee.amountFen(), List.of());
        return new FeeLine(
                fee,
                FeeState.DUE,
                setter.get().determination().effect().amountFen(),
                List.of(setter.get()));
    }

    private static @Nullable Long total(List<FeeLine> fees) {
        long total = 0;
        for (FeeLine line : fees) {
            Long amount = line.amountFen();
            if (amount == null) return null;
            total = Math.addExact(total, amount);
        }
        return total;
    }

    private static List<HeldCertificate> spare(
            List<MaterialLine> materials, List<HeldCertificate> held) {
        Set<HeldCertificate> used = new HashSet<>();
        for (MaterialLine line : materials) {
            HeldCertificate certificate = line.certificate();
            if (certificate != null) used.add(certificate);
        }
        return held.stream().filter(c -> !used.contains(c)).distinct().toList();
    }
}

package org.oneseal.cases.decision;

import static org.oneseal.platform.objection.Objection.of;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.CoSigning;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.review.Steps;

/** Granted or refused; the case is finished with it, and the certificate is issued. */
public record Decide(DecisionTerms terms) implements CaseCommand {

    /** Who decides where the item names nobody. */
    private static final String CHIEF = "chief-approver";

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.DECIDE);
        if (refusal != null) return refusal;
        var objections = new Objections().addAll(it.ownCase(s.by()));
        mayDecide(it, s.item(), s.by(), objections);
        if (!terms.granted()) {
            objections
                    .needed(terms.ground(), "ground-missing", "/ground", Objections.REASONS)
                    .needed(terms.reason(), "reason-missing", "/reason", Objections.REASONS);
        }
        openEnds(it, objections);
        LocalDate from = terms.validFrom();
        if (from != null
                && (from.isAfter(s.today().plusYears(10))
                        || from.isBefore(s.today().minusYears(10)))) {
            objections.add(of("date-too-far").at("/validFrom"));
        }
        Optional<ItemVersion.Result> result = result(s.item(), objections);
        if (objections.any()) return objections.told();
        return it.with(
                facts(result.orElse(null), s),
                s.item(),
                result.orElse(null),
                s.calendars(),
                s.now());
    }

    private static void mayDecide(Case it, ItemVersion item, Handler by, Objections objections) {
        item.decidingStep().ifPresent(step -> objections.addAll(Steps.mayDo(it, step, by)));
        if (item.caseKind() != ItemVersion.CaseKind.PROMISED) return;
        if (item.steps().isEmpty() && !by.roles().contains(CHIEF)) {
            objections.add(of("wrong-role", item.name(), CHIEF));
        }
        for (var step : item.middleSteps()) {
            if (!Steps.completed(it, step.code())) objections.add(of("step-open", step.name()));
        }
        it.last(CaseFact.StepCompleted.class)
                .filter(done -> by.did(done.stamp()))
                .ifPresent(done -> objections.add(of("four-eyes", done.name())));
    }

    /** Who was asked is heard first; a department that is late is not waited for. */
    private void openEnds(Case it, Objections objections) {
        for (Consulting asked : Consulting.all(it)) {
            if (asked.state() == Consulting.State.OPEN) {
                objections.add(
                        of(
                                "consultation-open",
                                asked.asked().department(),
                                asked.asked().due().toString()));
            }
        }
        List<CoSigning> coSigns = CoSigning.all(it);
        if (coSigns.isEmpty()) return;
        CoSigning last = coSigns.getLast();
        if (last.state() == CoSigning.State.OPEN) {
            objections.add(of("co-sign-open", last.asked().matter()));
        } else if (last.state() == CoSigning.State.FAILED && terms.granted()) {
            objections.add(of("co-sign-failed", last.asked().matter()));
        }
    }

    /** What is granted: the result named, else the item's first. */
    private Optional<ItemVersion.Result> result(ItemVersion item, Objections objections) {
        if (!terms.granted()) return Optional.empty();
        String code = terms.resultCode();
        if (code == null) return item.results().stream().findFirst();
        var named = item.results().stream().filter(r -> r.code().equals(code)).findFirst();
        if (named.isEmpty()) objections.add(of("result-not-listed", code).at("/result"));
        return named;
    }

    private List<CaseFact> facts(ItemVersion.@Nullable Result result, Situation s) {
        Stamp stamp = s.stamp();
        LocalDate from = null;
        LocalDate to = null;
        if (terms.granted()) {
            from = Objects.requireNonNullElse(terms.validFrom(), s.today());
            Integer months = result == null ? null : result.validityMonths();
            to = months == null ? null : from.plusMonths(months).minusDays(1);
        }
        List<CaseFact> added = new ArrayList<>();
        added.add(
                new CaseFact.Decided(
                        stamp,
                        terms.granted(),
                        terms.decisionNumber(),
                        terms.ground(),
                        terms.reason(),
                        from,
                        to,
                        terms.granted() ? terms.deliverWithin() : null));
        boolean certified = false;
        if (from != null && result != null) {
            var issued = certificate(result, from, to, stamp);
            issued.ifPresent(added::add);
            certified = issued.isPresent();
        }
        added.add(new CaseFact.Finished(stamp, certified ? "0" : terms.granted() ? "6" : "7"));
        return added;
    }

    private Optional<CaseFact> certificate(
            ItemVersion.Result result, LocalDate from, @Nullable LocalDate to, Stamp stamp) {
        var ready = terms.certificate();
        String type = result.certificateType();
        if (ready == null || type == null) return Optional.empty();
        return Optional.of(
                new CaseFact.CertificateIssued(
                        stamp,
                        ready.id(),
                        ready.number(),
                        ready.verifyCodeHash(),
                        type,
                        result.name(),
                        from,
                        to));
    }
}

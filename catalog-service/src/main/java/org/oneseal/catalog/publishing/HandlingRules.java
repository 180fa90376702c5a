package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.each;
import static org.oneseal.catalog.publishing.ObjectionStreams.repeated;
import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.CertificateType;
import org.oneseal.catalog.items.Fee;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.items.SpecialProcedure;
import org.oneseal.catalog.items.Step;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.TimeLimit;

/** Checks of how a case is handled, what it ends with and what it costs. */
final class HandlingRules {

    private HandlingRules() {}

    static Stream<Objection> steps(Candidate c) {
        List<Step> steps = c.content().steps();
        if (steps.isEmpty()) return Stream.of(Objection.of("steps-missing").at("/steps"));
        TimeLimit promised = c.content().promisedLimit();
        return Stream.concat(
                repeated("/steps", steps.stream().map(Step::code).toList()),
                each(
                        "/steps",
                        steps.size(),
                        i -> {
                            Step step = steps.get(i);
                            TimeLimit limit = step.limit();
                            return Stream.of(
                                            when(
                                                    !c.parameters()
                                                            .stepRoles()
                                                            .contains(step.role()),
                                                    () ->
                                                            Objection.of(
                                                                    "step-role-unknown",
                                                                    step.role())),
                                            when(
                                                    limit != null
                                                            && promised != null
                                                            && !c.units().isWithin(limit, promised),
                                                    () ->
                                                            Objection.of(
                                                                    "step-longer-than-promise",
                                                                    step.name())),
                                            when(
                                                    i == 0 && step.separate(),
                                                    () ->
                                                            Objection.of(
                                                                    "first-step-separate",
                                                                    step.name())))
                                    .flatMap(Function.identity());
                        }));
    }

    static Stream<Objection> procedures(Candidate c) {
        List<SpecialProcedure> procedures = c.content().specialProcedures();
        return Stream.concat(
                each(
                        "/specialProcedures",
                        procedures.size(),
                        i -> procedure(c.parameters(), procedures.get(i))),
                repeated(
                        "/specialProcedures",
                        procedures.stream().map(SpecialProcedure::kind).toList()));
    }

    private static Stream<Objection> procedure(
            PublishParameters parameters, SpecialProcedure procedure) {
        boolean commissioned = parameters.authorityProcedures().contains(procedure.kind());
        boolean bought = parameters.applicantProcedures().contains(procedure.kind());
        return Stream.of(
                        when(
                                bought,
                                () ->
                                        Objection.of(
                                                "special-procedure-of-applicant",
                                                procedure.kind())),
                        when(
                                !commissioned && !bought,
                                () -> Objection.of("special-procedure-unknown", procedure.kind())),
                        when(
                                procedure.maxDays() < 1,
                                () ->
                                        Objection.of(
                                                "special-procedure-without-days",
                                                procedure.kind())),
                        when(
                                procedure.legalGround().isBlank(),
                                () ->
                                        Objection.of(
                                                "special-procedure-without-ground",
                                                procedure.kind())))
                .flatMap(Function.identity());
    }

    static Stream<Objection> results(Candidate c) {
        List<ItemResult> results = c.content().results();
        return Stream.of(
                        when(
                                c.content().licence() && results.isEmpty(),
                                () -> Objection.of("results-missing").at("/results")),
                        each(
                                "/results",
                                results.size(),
                                i ->
                                        when(
                                                c.content().licence()
                                                        && results.get(i).certificateType() == null,
                                                () ->
                                                        Objection.of(
                                                                "certificate-type-missing",
                                                                results.get(i).name()))),
                        repeated("/results", results.stream().map(ItemResult::code).toList()))
                .flatMap(Function.identity());
    }

    static Stream<Objection> certificateTypes(Candidate c) {
        List<ItemResult> results = c.content().results();
        List<Material> materials = c.content().materials();
        return Stream.concat(
                each(
                        "/results",
                        results.size(),
                        i -> certificateType(results.get(i).certificateType())),
                each(
                        "/materials",
                        materials.size(),
                        i -> certificateType(materials.get(i).certificateType())));
    }

    private static Stream<Objection> certificateType(@Nullable String type) {
        return when(
                type != null && !CertificateType.isValid(type),
                () -> Objection.of("certificate-type-invalid", String.valueOf(type)));
    }

    static Stream<Objection> fees(Candidate c) {
        List<Fee> fees = c.content().fees();
        return each(
                "/fees",
                fees.size(),
                i ->
                        when(
                                fees.get(i).basis().isBlank(),
                                () -> Objection.of("fee-without-basis", fees.get(i).name())));
    }
}

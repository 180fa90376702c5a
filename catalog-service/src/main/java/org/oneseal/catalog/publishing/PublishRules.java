package org.oneseal.catalog.publishing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.items.CaseKind;
import org.oneseal.catalog.items.CommitmentClass;
import org.oneseal.catalog.items.DeemedAcceptance;
import org.oneseal.catalog.items.Fee;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.items.PublicationChecks;
import org.oneseal.catalog.items.Remark;
import org.oneseal.catalog.items.SpecialProcedure;
import org.oneseal.catalog.items.Step;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.identity.ImplementationCode;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.PromiseSweep;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;

/** All checks of publishing (发布校验) with what they look into; all are put, all objections told. */
public record PublishRules(
        PublishParameters parameters,
        Department department,
        BasicDirectory matters,
        IntermediaryDirectory intermediaries,
        WorkCalendar calendar)
        implements PublicationChecks {

    private static final String LICENCE_LAW = "行政许可法";
    private static final String ITEM_STANDARD = "GB/T 39554.1-2020";
    private static final String CERTIFICATE_STANDARD = "GB/T 36901-2018";
    private static final Pattern CERTIFICATE_TYPE = Pattern.compile("[0-9A-Z]{18}[0-9]{3}");

    static final List<PublishRule> ALL =
            List.of(
                    new PublishRule("name", ITEM_STANDARD, PublishRules::name),
                    new PublishRule("code", ITEM_STANDARD, PublishRules::code),
                    new PublishRule("item type", ITEM_STANDARD, PublishRules::itemType),
                    new PublishRule("service objects", ITEM_STANDARD, PublishRules::objects),
                    new PublishRule(
                            "legal basis", LICENCE_LAW + "第十四条、第十五条", PublishRules::legalBasis),
                    new PublishRule("statute", LICENCE_LAW + "第四十二条", PublishRules::statute),
                    new PublishRule("promise", LICENCE_LAW + "第四十二条", PublishRules::promise),
                    new PublishRule("extension", LICENCE_LAW + "第四十二条", PublishRules::extension),
                    new PublishRule(
                            "deemed acceptance",
                            LICENCE_LAW + "第三十二条",
                            PublishRules::deemedAcceptance),
                    new PublishRule("materials", ITEM_STANDARD, PublishRules::materials),
                    new PublishRule(
                            "catch-all clauses", LICENCE_LAW + "第三十条", PublishRules::catchAll),
                    new PublishRule("tolerance", "", PublishRules::tolerated),
                    new PublishRule(
                            "intermediary materials",
                            LICENCE_LAW + "第三十一条",
                            PublishRules::intermediary),
                    new PublishRule("steps", "", PublishRules::steps),
                    new PublishRule(
                            "special procedures", LICENCE_LAW + "第四十五条", PublishRules::procedures),
                    new PublishRule("results", LICENCE_LAW + "第三十九条", PublishRules::results),
                    new PublishRule(
                            "certificate types",
                            CERTIFICATE_STANDARD,
                            PublishRules::certificateTypes),
                    new PublishRule("fees", LICENCE_LAW + "第五十八条", PublishRules::fees));

    @Override
    public List<Objection> objections(Item item, ItemContent content) {
        Candidate candidate =
                new Candidate(item, content, parameters, department, matters, intermediaries);
        return ALL.stream().flatMap(rule -> rule.objections(candidate)).toList();
    }

    /** The start days on which the statute will govern instead of the promise. */
    @Override
    public List<Remark> remarks(ItemContent content, LocalDate from) {
        TimeLimit legal = content.legalLimit();
        TimeLimit promised = content.promisedLimit();
        if (legal == null || promised == null || legal.amount() == 0) return List.of();
        return PromiseSweep.offenders(calendar, promised, legal, from).stream()
                .map(o -> new Remark(o.startDay(), o.legal().day(), o.promised().day()))
                .toList();
    }

    private static Stream<Objection> name(Candidate c) {
        return when(c.content().name().isBlank(), () -> Objection.of("name-missing").at("/name"));
    }

    private static Stream<Objection> code(Candidate c) {
        String text = c.item().code();
        if (!ImplementationCode.isValid(text)) {
            return Stream.of(Objection.of("implementation-code-invalid", text).at("/code"));
        }
        ImplementationCode code = new ImplementationCode(text);
        String matter = code.matter().value();
        Optional<BasicDirectory.Entry> entry = c.matters().find(matter);
        return Stream.of(
                        when(
                                !code.body().equals(c.department().uscc()),
                                () ->
                                        Objection.of(
                                                "code-of-other-body",
                                                code.body().value(),
                                                c.department().name())),
                        when(
                                code.exerciseLevel() != 9
                                        && code.exerciseLevel() != exerciseLevel(c.item().region()),
                                () ->
                                        Objection.of(
                                                "exercise-level-wrong",
                                                String.valueOf(code.exerciseLevel()))),
                        when(entry.isEmpty(), () -> Objection.of("basic-code-unknown", matter)),
                        when(
                                !code.matter().itemType().equals(c.content().itemType()),
                                () ->
                                        Objection.of(
                                                "item-type-not-of-code",
                                                c.content().itemType(),
                                                code.matter().itemType())))
                .flatMap(Function.identity())
                .map(o -> o.at("/code"));
    }

    /** 行使层级 of a region: 1 nation to 6 village. */
    public static int exerciseLevel(RegionCode region) {
        return region.level().ordinal() + 1;
    }

    private static Stream<Objection> itemType(Candidate c) {
        String type = c.content().itemType();
        return when(
                !c.parameters().onApplicationTypes().contains(type),
                () -> Objection.of("item-type-not-on-application", type).at("/itemType"));
    }

    private static Stream<Objection> objects(Candidate c) {
        return when(
                c.content().serviceObjects().isEmpty(),
                () -> Objection.of("service-object-missing").at("/serviceObjects"));
    }

    private static Stream<Objection> legalBasis(Candidate c) {
        return when(
                c.content().licence() && c.content().legalBasis().isBlank(),
                () -> Objection.of("legal-basis-missing").at("/legalBasis"));
    }

    private static Stream<Objection> statute(Candidate c) {
        TimeLimit legal = c.content().legalLimit();
        return when(
                c.content().licence() && (legal == null || legal.amount() == 0),
                () -> Objection.of("statute-missing").at("/legalLimit"));
    }

    private static Stream<Objection> promise(Candidate c) {
        ItemContent content = c.content();
        TimeLimit promised = content.promisedLimit();
        if (promised == null) {
            return Stream.of(Objection.of("promise-missing").at("/promisedLimit"));
        }
        TimeLimit legal = content.legalLimit();
        int most = c.parameters().immediatePromiseMaximumWorkingDays();
        boolean immediate = content.caseKind() == CaseKind.IMMEDIATE;
        return Stream.of(
                        legal == null
                                ? Stream.<Objection>empty()
                                : when(
                                        legal.amount() > 0 && !promised.isWithin(legal),
                                        () ->
                                                Objection.of(
                                                        "promise-exceeds-statute",
                                                        text(promised),
                                                        text(legal))),
                        when(
                                immediate
                                        && promised.amount() > 0
                                        && (promised.unit() != LimitUnit.WORKING_DAY
                                                || promised.amount() > most),
                                () ->
                                        Objection.of(
                                                "immediate-promise-too-long",
                                                text(promised),
                                                String.valueOf(most))),
                        when(
                                !immediate && promised.amount() == 0,
                                () -> Objection.of("promised-kind-without-time")))
                .flatMap(Function.identity())
                .map(o -> o.at("/promisedLimit"));
    }

    private static Stream<Objection> extension(Candidate c) {
        TimeLimit extension = c.content().extensionMaximum();
        if (extension == null || !c.content().licence()) return Stream.empty();
        int most =
                c.content().jointHandling()
                        ? c.parameters().jointExtensionMaximumWorkingDays()
                        : c.parameters().licenceExtensionMaximumWorkingDays();
        return when(
                !extension.isWithin(TimeLimit.workingDays(most)),
                () ->
                        Objection.of("extension-exceeds-law", text(extension), String.valueOf(most))
                                .at("/extensionMaximum"));
    }

    private static Stream<Objection> deemedAcceptance(Candidate c) {
        DeemedAcceptance deemed = c.content().deemedAcceptance();
        int days = c.parameters().deemedAcceptanceWorkingDays();
        if (deemed == null) {
            return when(
                    c.content().licence(),
                    () ->
                            Objection.of("deemed-acceptance-missing", String.valueOf(days))
                                    .at("/deemedAcceptance"));
        }
        return Stream.concat(
                when(
                        c.content().licence()
                                && !deemed.limit().isWithin(TimeLimit.workingDays(days)),
                        () ->
                                Objection.of(
                                                "deemed-acceptance-too-late",
                                                text(deemed.limit()),
                                                String.valueOf(days))
                                        .at("/deemedAcceptance/limit")),
                when(
                        deemed.legalGround().isBlank(),
                        () ->
                                Objection.of("deemed-acceptance-without-ground")
                                        .at("/deemedAcceptance/legalGround")));
    }

    private static Stream<Objection> materials(Candidate c) {
        List<Material> materials = c.content().materials();
        return Stream.concat(
                each(
                        "/materials",
                        materials.size(),
                        i ->
                                when(
                                        materials.get(i).name().isBlank(),
                                        () -> Objection.of("material-name-missing"))),
                repeated("/materials", materials.stream().map(Material::code).toList()));
    }

    private static Stream<Objection> catchAll(Candidate c) {
        List<Material> materials = c.content().materials();
        return each(
                "/materials",
                materials.size(),
                i -> {
                    String name = materials.get(i).name().replaceAll("\\s", "");
                    return c.parameters().catchAllPhrases().stream()
                            .filter(name::contains)
                            .limit(1)
                            .map(phrase -> Objection.of("material-catch-all", name, phrase));
                });
    }

    private static Stream<Objection> tolerated(Candidate c) {
        List<Material> materials = c.content().materials();
        return each(
                "/materials",
                materials.size(),
                i -> {
                    Material material = materials.get(i);
                    boolean tolerated = material.necessity() == Material.Necessity.TOLERATED;
                    return Stream.concat(
                            when(
                                    tolerated && material.core(),
                                    () -> Objection.of("core-material-tolerated", material.name())),
                            when(
                                    tolerated
                                            && !c.content().tolerance()
                                            && c.content().commitment() == CommitmentClass.NONE,
                                    () -> Objection.of("tolerance-not-allowed", material.name())));
                });
    }

    private static Stream<Objection> intermediary(Candidate c) {
        List<Material> materials = c.content().materials();
        return each(
                "/materials",
                materials.size(),
                i -> {
                    Material material = materials.get(i);
                    String service = material.intermediaryService();
                    if (service == null) {
                        return when(
                                material.source() == Material.Source.INTERMEDIARY,
                                () ->
                                        Objection.of(
                                                "intermediary-service-missing", material.name()));
                    }
                    Optional<IntermediaryDirectory.Entry> entry = c.intermediaries().find(service);
                    return Stream.concat(
                            when(
                                    entry.isEmpty(),
                                    () -> Objection.of("intermediary-service-unknown", service)),
                            when(
                                    entry.isPresent() && entry.get().legalBasis().isBlank(),
                                    () ->
                                            Objection.of(
                                                    "intermediary-without-legal-basis", service)));
                });
    }

    private static Stream<Objection> steps(Candidate c) {
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
                                                            && !limit.isWithin(promised),
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

    private static Stream<Objection> procedures(Candidate c) {
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

    private static Stream<Objection> results(Candidate c) {
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

    private static Stream<Objection> certificateTypes(Candidate c) {
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
                type != null
                        && !(CERTIFICATE_TYPE.matcher(type).matches()
                                && UnifiedSocialCreditCode.isValid(type.substring(0, 18))),
                () -> Objection.of("certificate-type-invalid", String.valueOf(type)));
    }

    private static Stream<Objection> fees(Candidate c) {
        List<Fee> fees = c.content().fees();
        return each(
                "/fees",
                fees.size(),
                i ->
                        when(
                                fees.get(i).basis().isBlank(),
                                () -> Objection.of("fee-without-basis", fees.get(i).name())));
    }

    private static String text(TimeLimit limit) {
        return limit.amount() + " " + limit.unit();
    }

    private static Stream<Objection> when(
            boolean wrong, java.util.function.Supplier<Objection> objection) {
        return wrong ? Stream.of(objection.get()) : Stream.empty();
    }

    private static Stream<Objection> each(
            String pointer, int size, IntFunction<Stream<Objection>> check) {
        return IntStream.range(0, size)
                .boxed()
                .flatMap(i -> check.apply(i).map(o -> o.at(pointer + "/" + i)));
    }

    private static Stream<Objection> repeated(String pointer, List<String> codes) {
        Set<String> seen = new HashSet<>();
        return each(
                pointer,
                codes.size(),
                i ->
                        when(
                                !seen.add(codes.get(i)),
                                () -> Objection.of("code-repeated", codes.get(i))));
    }
}

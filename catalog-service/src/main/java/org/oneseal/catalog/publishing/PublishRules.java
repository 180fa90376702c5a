package org.oneseal.catalog.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.guide.Conditions;
import org.oneseal.catalog.guide.PackageCodes;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.PublicationChecks;
import org.oneseal.catalog.items.Remark;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.catalog.publishing.SupplyingResources.Supply;
import org.oneseal.catalog.reviewing.ReviewRule;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.PromiseSweep;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnitTable;
import org.oneseal.platform.worktime.WorkCalendar;

/** All checks of publishing (发布校验) with what they look into; all are put, all objections told. */
public record PublishRules(
        PublishParameters parameters,
        UnitTable units,
        Department department,
        BasicDirectory matters,
        IntermediaryDirectory intermediaries,
        Function<String, Optional<Supply>> supplies,
        WorkCalendar calendar,
        Conditions conditions,
        PackageCodes packages,
        List<CodeScheme> schemes)
        implements PublicationChecks {

    private static final String LICENCE_LAW = "行政许可法";
    private static final String ITEM_STANDARD = "GB/T 39554.1-2020";
    private static final String ELDERLY_NOTICE = "关于切实解决老年人运用智能技术困难的实施方案(国办发〔2020〕45号)";
    private static final String FORM_STANDARD = "JSON Schema 2020-12";
    private static final String CERTIFICATE_STANDARD = "GB/T 36901-2018";

    static final List<PublishRule> ALL =
            List.of(
                    new PublishRule("name", ITEM_STANDARD, IdentityRules::name),
                    new PublishRule("code", ITEM_STANDARD, IdentityRules::code),
                    new PublishRule("local codes", "", IdentityRules::localCodes),
                    new PublishRule("item type", ITEM_STANDARD, IdentityRules::itemType),
                    new PublishRule("service objects", ITEM_STANDARD, IdentityRules::objects),
                    new PublishRule(
                            "legal basis", LICENCE_LAW + "第十四条、第十五条", IdentityRules::legalBasis),
                    new PublishRule("statute", LICENCE_LAW + "第四十二条", LimitRules::statute),
                    new PublishRule("promise", LICENCE_LAW + "第四十二条", LimitRules::promise),
                    new PublishRule("extension", LICENCE_LAW + "第四十二条", LimitRules::extension),
                    new PublishRule(
                            "deemed acceptance",
                            LICENCE_LAW + "第三十二条",
                            LimitRules::deemedAcceptance),
                    new PublishRule("materials", ITEM_STANDARD, MaterialRules::materials),
                    new PublishRule(
                            "catch-all clauses", LICENCE_LAW + "第三十条", MaterialRules::catchAll),
                    new PublishRule("tolerance", "", MaterialRules::tolerated),
                    new PublishRule(
                            "intermediary materials",
                            LICENCE_LAW + "第三十一条",
                            MaterialRules::intermediary),
                    new PublishRule("supplied materials", "", MaterialRules::supplied),
                    new PublishRule("steps", "", HandlingRules::steps),
                    new PublishRule(
                            "prior examination",
                            LICENCE_LAW + "第四十三条",
                            ExaminationRules::priorExamination),
                    new PublishRule(
                            "special procedures", LICENCE_LAW + "第四十五条", HandlingRules::procedures),
                    new PublishRule("results", LICENCE_LAW + "第三十九条", HandlingRules::results),
                    new PublishRule(
                            "certificate types",
                            CERTIFICATE_STANDARD,
                            HandlingRules::certificateTypes),
                    new PublishRule("fees", LICENCE_LAW + "第五十八条", HandlingRules::fees),
                    new PublishRule("authority", ITEM_STANDARD, GuideRules::authority),
                    new PublishRule("required elements", ITEM_STANDARD, GuideRules::required),
                    new PublishRule("online", ITEM_STANDARD, GuideRules::online),
                    new PublishRule("conveniences", ITEM_STANDARD, GuideRules::conveniences),
                    new PublishRule("offline choice", ELDERLY_NOTICE, GuideRules::offline),
                    new PublishRule("trips", ITEM_STANDARD, GuideRules::trips),
                    new PublishRule("reform flags", "", GuideRules::flags),
                    new PublishRule("files", ITEM_STANDARD, GuideRules::files),
                    new PublishRule("forms", FORM_STANDARD, FormRules::forms),
                    new PublishRule("form versions", "", FormRules::versions),
                    new PublishRule("guidance", "", GuidanceRules::guidance),
                    new PublishRule("particulars", ITEM_STANDARD, ParticularRules::particulars));

    @Override
    public ReviewRule reviews() {
        return parameters.reviews();
    }

    @Override
    public List<Objection> objections(Item item, ItemContent content) {
        Candidate candidate =
                new Candidate(
                        item,
                        content,
                        parameters,
                        units,
                        department,
                        matters,
                        intermediaries,
                        supplies,
                        conditions,
                        packages,
                        schemes);
        return ALL.stream().flatMap(rule -> rule.objections(candidate)).toList();
    }

    /** The start days on which the statute will govern instead of the promise. */
    @Override
    public List<Remark> remarks(ItemContent content, LocalDate from) {
        TimeLimit legal = content.legalLimit();
        TimeLimit promised = content.promisedLimit();
        if (legal == null || promised == null || legal.amount() == 0) return List.of();
        return PromiseSweep.offenders(calendar, promised, legal, from, parameters.sweepYears())
                .stream()
                .map(o -> new Remark(o.startDay(), o.legal().day(), o.promised().day()))
                .toList();
    }

    /** 行使层级 of a region: 1 nation to 6 village. */
    public static int exerciseLevel(RegionCode region) {
        return region.level().ordinal() + 1;
    }
}

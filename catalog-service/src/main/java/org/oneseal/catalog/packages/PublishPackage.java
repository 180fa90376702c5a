package org.oneseal.catalog.packages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.guide.Conditions;
import org.oneseal.catalog.guide.PackageCodes;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.items.UnitTables;
import org.oneseal.catalog.publishing.PublishParameters;
import org.oneseal.catalog.publishing.PublishRuleBook;
import org.oneseal.catalog.reviewing.ReviewRule;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the draft of a package its next version, or tells everything that stands against it. */
@Component
public class PublishPackage {

    private final PackageDesk desk;
    private final PackageDigests digests;
    private final Items items;
    private final Departments departments;
    private final PublishRuleBook ruleBook;
    private final UnitTables units;
    private final Conditions conditions;
    private final PackageCodes packages;

    PublishPackage(
            PackageDesk desk,
            PackageDigests digests,
            Items items,
            Departments departments,
            PublishRuleBook ruleBook,
            UnitTables units,
            Conditions conditions,
            PackageCodes packages) {
        this.desk = desk;
        this.digests = digests;
        this.items = items;
        this.departments = departments;
        this.ruleBook = ruleBook;
        this.units = units;
        this.conditions = conditions;
        this.packages = packages;
    }

    /**
     * Publishes.
     *
     * @param effectiveFrom first day of the new version, Asia/Shanghai
     */
    @Transactional
    public PackageOutcome publish(
            String code, long expected, LocalDate effectiveFrom, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, found -> trial(found, effectiveFrom, now));
    }

    /** What publishing the draft today would object to; nothing is changed. */
    @Transactional(readOnly = true)
    public List<Objection> check(String code, Instant now) {
        return switch (trial(desk.find(code), ItemDesk.today(now), now)) {
            case PackageOutcome.Done _ -> List.of();
            case PackageOutcome.Objected(var objections) -> objections;
            case PackageOutcome.NotNow(var objections) -> objections;
        };
    }

    /** What publishing the draft from a day on would come to; nothing is stored. */
    PackageOutcome trial(ServicePackage found, LocalDate effectiveFrom, Instant now) {
        LocalDate today = ItemDesk.today(now);
        return found.publish(
                objections(found, effectiveFrom, today),
                rules(found, effectiveFrom, today).reviews(),
                digests,
                effectiveFrom,
                today,
                now);
    }

    /** What a review comes to, by the rules of today; nothing is stored. */
    PackageOutcome review(ServicePackage found, Verdict verdict, Instant now) {
        LocalDate today = ItemDesk.today(now);
        return found.review(
                verdict,
                rules(found, today, today).reviews(),
                objections(found, today, today),
                digests);
    }

    /** What is asked of reviews where it is, from a day on. */
    ReviewRule reviews(ServicePackage found, LocalDate day, Instant now) {
        return rules(found, day, ItemDesk.today(now)).reviews();
    }

    private PublishParameters rules(ServicePackage found, LocalDate day, LocalDate today) {
        return ruleBook.on(found.region(), EffectiveDay.soonest(day, today));
    }

    private List<Objection> objections(ServicePackage found, LocalDate day, LocalDate today) {
        PackageContent draft = found.draft();
        if (draft == null) return List.of();
        LocalDate ruled = EffectiveDay.soonest(day, today);
        PublishParameters parameters = rules(found, day, today);
        Map<String, Item> named = new HashMap<>();
        draft.items().stream()
                .limit(parameters.mostPackageMembers())
                .forEach(item -> items.find(item).ifPresent(i -> named.put(item, i)));
        return PackageChecks.objections(
                new PackageChecks.Setting(
                        found.region(),
                        day,
                        named,
                        department -> departments.find(department).isPresent(),
                        parameters.guide(),
                        parameters.mostPackageMembers(),
                        parameters.onApplicationTypes(),
                        units.on(found.region(), ruled),
                        conditions,
                        packages),
                draft);
    }
}

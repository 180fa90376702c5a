package org.oneseal.catalog.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.oneseal.catalog.delegation.Delegation.Line;
import org.oneseal.catalog.delegation.DelegationOutcome.Done;
import org.oneseal.catalog.delegation.DelegationOutcome.Objected;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemSummary;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.regions.Region;
import org.oneseal.catalog.regions.Regions;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers an act by which items go to another body: one item to a village, or those of two dozen
 * departments to one approval bureau. All of it or nothing.
 */
@Component
public class GrantDelegation {

    private static final int MOST_ITEMS = 5000;

    private final Delegations delegations;
    private final Items items;
    private final Departments departments;
    private final Regions regions;
    private final DelegationRuleBook ruleBook;
    private final DelegationAnnouncements announcements;
    private final Ids ids;

    GrantDelegation(
            Delegations delegations,
            Items items,
            Departments departments,
            Regions regions,
            DelegationRuleBook ruleBook,
            DelegationAnnouncements announcements,
            Ids ids) {
        this.delegations = delegations;
        this.items = items;
        this.departments = departments;
        this.regions = regions;
        this.ruleBook = ruleBook;
        this.announcements = announcements;
        this.ids = ids;
    }

    /**
     * Registers the act.
     *
     * @param editor region within which the editor edits: every item must lie in it
     */
    @Transactional
    public DelegationOutcome grant(
            GrantCommand command, RegionCode editor, Actor actor, Instant now) {
        List<Objection> objections = new ArrayList<>(unknown(command));
        Department receiver = departments.find(command.receiver()).orElse(null);
        List<ItemSummary> whole = items.publishedOf(command.departments());
        List<String> codes = new ArrayList<>(command.items());
        whole.forEach(item -> codes.add(item.code()));
        if (codes.isEmpty()) objections.add(Objection.of("delegation-without-items").at("/items"));
        if (codes.size() > MOST_ITEMS) {
            objections.add(Objection.of("too-many-items", String.valueOf(MOST_ITEMS)).at("/items"));
        }
        if (codes.size() > MOST_ITEMS) return new Objected(objections);
        items.lock(codes);
        Map<String, ItemSummary> known = DelegationChecks.byCode(items.ofCodes(codes));
        LocalDate today = ItemDesk.today(now);
        RegionCode where = receiver == null ? editor : receiver.region();
        DelegationRule rule = ruleBook.on(command.kind(), where, command.validFrom()).orElse(null);
        if (rule == null) {
            objections.add(
                    Objection.of("delegation-without-rule", command.validFrom().toString())
                            .at("/validFrom"));
        }
        objections.addAll(DelegationChecks.ofAct(command, rule, today));
        RegionCode area = receiver == null ? null : area(command, receiver).orElse(null);
        if (receiver == null || rule == null || area == null) {
            objections.addAll(
                    ofItems(
                            command,
                            codes,
                            code -> DelegationChecks.standing(code, known.get(code), editor)));
            return new Objected(objections);
        }
        DelegationChecks checks =
                new DelegationChecks(
                        command,
                        rule,
                        receiver,
                        area,
                        editor,
                        known,
                        delegations.grantsOf(codes),
                        ruleBook,
                        today);
        objections.addAll(ofItems(command, codes, checks::ofItem));
        if (!objections.isEmpty()) return new Objected(objections);
        List<Line> lines =
                codes.stream()
                        .map(code -> Objects.requireNonNull(known.get(code)))
                        .map(item -> new Line(item.code(), checks.giver(item)))
                        .toList();
        Delegation act = act(command, rule, receiver, area, lines);
        Chain chain =
                announcements.record(act, receiver, actor, new DelegationChange.Granted(), now);
        Delegation stored = act.at(chain.sequence(), chain.head());
        delegations.add(stored);
        return new Done(stored);
    }

    private List<Objection> unknown(GrantCommand command) {
        List<Objection> objections = new ArrayList<>();
        if (departments.find(command.receiver()).isEmpty()) {
            objections.add(Objection.of("department-unknown", command.receiver()).at("/to"));
        }
        String giver = command.giver();
        if (giver != null && departments.find(giver).isEmpty()) {
            objections.add(Objection.of("department-unknown", giver).at("/from"));
        }
        for (int i = 0; i < command.departments().size(); i++) {
            String code = command.departments().get(i);
            if (departments.find(code).isEmpty()) {
                objections.add(Objection.of("department-unknown", code).at("/departments/" + i));
            }
        }
        String area = command.area();
        if (area != null && listed(area).isEmpty()) {
            objections.add(Objection.of("region-unknown", area).at("/area"));
        }
        return objections;
    }

    /** The places it counts for, empty where they are not known. */
    private Optional<RegionCode> area(GrantCommand command, Department receiver) {
        String area = command.area();
        return area == null ? Optional.of(receiver.region()) : listed(area);
    }

    private Optional<RegionCode> listed(String area) {
        return RegionCode.isValid(area)
                ? regions.find(new RegionCode(area)).map(Region::code)
                : Optional.empty();
    }

    private static List<Objection> ofItems(
            GrantCommand command, List<String> codes, Function<String, List<Objection>> checks) {
        List<Objection> objections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String place = i < command.items().size() ? "/items/" + i : "/departments";
            String code = codes.get(i);
            if (!seen.add(code)) {
                objections.add(Objection.of("code-repeated", code).at(place));
                continue;
            }
            checks.apply(code).forEach(o -> objections.add(o.at(place)));
        }
        return objections;
    }

    private Delegation act(
            GrantCommand command,
            DelegationRule rule,
            Department receiver,
            RegionCode area,
            List<Line> lines) {
        return new Delegation(
                ids.next(receiver.region()),
                command.kind(),
                receiver.code(),
                receiver.region(),
                area,
                command.validFrom(),
                command.validTo(),
                command.ground(),
                command.letter(),
                rule.ownName(),
                rule.takeoverNeeded(),
                lines,
                SetUp.of(rule.setUp()),
                FollowUps.every(rule.followUpMonths()),
                null,
                null,
                null,
                false,
                0,
                "");
    }
}

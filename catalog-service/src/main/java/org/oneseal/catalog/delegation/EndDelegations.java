package org.oneseal.catalog.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.oneseal.catalog.delegation.Delegation.Line;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.Items;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the consequences when an act has ended, by revocation or by its term: the items that its
 * receiver and whoever had them from there published as their own take no cases any more. Each end
 * is drawn once, however many replicas look.
 */
@Component
public class EndDelegations {

    private static final int BATCH = 20;
    private static final Actor TIMER = Actor.system("delegation-end");

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final Items items;
    private final ItemDesk itemDesk;
    private final Departments departments;

    EndDelegations(
            Delegations delegations,
            DelegationDesk desk,
            Items items,
            ItemDesk itemDesk,
            Departments departments) {
        this.delegations = delegations;
        this.desk = desk;
        this.items = items;
        this.itemDesk = itemDesk;
        this.departments = departments;
    }

    /** Draws the consequences of a batch of ended acts; returns of how many. */
    @Transactional
    public int endDue(Instant now) {
        List<String> due = delegations.endsDue(ItemDesk.today(now), BATCH);
        for (String id : due) windUp(delegations.find(id).orElseThrow(), now);
        return due.size();
    }

    /** Draws the consequences of one act that has just ended. */
    public Delegation windUp(Delegation ended, Instant now) {
        LocalDate end = ended.end().orElseThrow();
        LocalDate today = ItemDesk.today(now);
        Set<String> acts = new TreeSet<>();
        List<String> suspended = new ArrayList<>();
        List<Grant> grants = delegations.grantsOf(ended.lines().stream().map(Line::item).toList());
        for (Line line : ended.lines()) {
            Item item = items.find(line.item()).orElseThrow();
            List<Grant> ofItem = grants.stream().filter(g -> g.item().equals(line.item())).toList();
            Set<String> lost =
                    new TreeSet<>(Resolver.holders(item.department(), ofItem, end.minusDays(1)));
            lost.removeAll(Resolver.holders(item.department(), ofItem, today));
            ofItem.stream()
                    .filter(g -> lost.contains(g.giver()) && g.liveOn(today))
                    .forEach(g -> acts.add(g.delegation()));
            for (String body : lost) suspendOwn(item, body, ended, now, suspended);
        }
        return desk.store(
                ended.windUp(),
                TIMER,
                new DelegationChange.Ended(end, suspended, List.copyOf(acts)),
                now);
    }

    /** The body's own item of the same matter rested on what it has lost. */
    private void suspendOwn(
            Item item, String body, Delegation ended, Instant now, List<String> suspended) {
        Department department = departments.find(body).orElseThrow();
        Item own = items.find(ResolveHandler.ownCode(item, department)).orElse(null);
        if (own == null || own.status() != ItemStatus.IN_FORCE) return;
        String reason = "权力来源终止: " + ended.id();
        if (itemDesk.change(own, TIMER, now, i -> i.suspend(reason)) instanceof ItemOutcome.Done) {
            suspended.add(own.code());
        }
    }
}

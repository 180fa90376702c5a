package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.catalog.delegation.ChangeDelegation;
import org.oneseal.catalog.delegation.Delegation;
import org.oneseal.catalog.delegation.DelegationKind;
import org.oneseal.catalog.delegation.DelegationOutcome;
import org.oneseal.catalog.delegation.Delegations;
import org.oneseal.catalog.delegation.GrantCommand;
import org.oneseal.catalog.delegation.GrantDelegation;
import org.oneseal.catalog.delegation.Letter;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The acts of delegation that have not ended. One that is here already, under whatever id, is the
 * same; a new one passes all checks of granting.
 */
@Component
class DelegationsPart implements BundlePart {

    private static final String NAME = "delegations";
    private static final int BATCH = 200;

    private final Delegations delegations;
    private final GrantDelegation grant;
    private final ChangeDelegation change;
    private final WaitingItems waiting;
    private final Json json;

    DelegationsPart(
            Delegations delegations,
            GrantDelegation grant,
            ChangeDelegation change,
            WaitingItems waiting,
            Json json) {
        this.delegations = delegations;
        this.grant = grant;
        this.change = change;
        this.waiting = waiting;
        this.json = json;
    }

    /** An act as it travels: one line for each body that hands on. */
    record Line(
            DelegationKind kind,
            String receiver,
            String receiverRegion,
            String giver,
            List<String> items,
            String area,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String ground,
            @Nullable Letter letter,
            boolean takenOver) {

        /** What makes two acts the same. */
        Line withoutTakeover() {
            return new Line(
                    kind,
                    receiver,
                    receiverRegion,
                    giver,
                    items,
                    area,
                    validFrom,
                    validTo,
                    ground,
                    letter,
                    false);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int rank() {
        return 4;
    }

    @Override
    public List<JsonNode> lines(RegionCode region, Instant now) {
        List<JsonNode> lines = new ArrayList<>();
        for (Delegation act : notEnded(region, now)) {
            for (Line line : lines(act)) lines.add(json.mapper().valueToTree(line));
        }
        return lines;
    }

    private List<Delegation> notEnded(RegionCode region, Instant now) {
        LocalDate today = ItemDesk.today(now);
        List<Delegation> all = new ArrayList<>();
        RegionCode within = region.equals(RegionCode.NATION) ? null : region;
        String after = "";
        List<Delegation> page;
        do {
            page =
                    delegations.list(
                            new Delegations.ActQuery(within, null, null, null, after, BATCH));
            for (Delegation act : page) {
                if (act.end().filter(end -> !end.isAfter(today)).isPresent()) continue;
                all.add(delegations.find(act.id()).orElseThrow());
            }
            if (!page.isEmpty()) after = page.getLast().id();
        } while (page.size() == BATCH);
        return all;
    }

    private static List<Line> lines(Delegation act) {
        return act.givers().stream()
                .map(
                        giver ->
                                new Line(
                                        act.kind(),
                                        act.receiver(),
                                        act.receiverRegion().value(),
                                        giver,
                                        act.lines().stream()
                                                .filter(l -> l.giver().equals(giver))
                                                .map(Delegation.Line::item)
                                                .sorted()
                                                .toList(),
                                        act.area().value(),
                                        act.validFrom(),
                                        act.validTo(),
                                        act.ground(),
                                        act.letter(),
                                        act.takenOverOn() != null))
                .toList();
    }

    @Override
    public List<BundleLine> take(
            List<JsonNode> lines, RegionCode region, Actor actor, Instant now) {
        if (lines.isEmpty()) return List.of();
        Set<Line> here = new HashSet<>();
        for (Delegation act : notEnded(region, now)) {
            lines(act).forEach(line -> here.add(line.withoutTakeover()));
        }
        List<BundleLine> taken = new ArrayList<>();
        for (JsonNode node : lines) {
            Line line = json.mapper().treeToValue(node, Line.class);
            taken.add(take(line, here, region, actor, now));
        }
        return taken;
    }

    private BundleLine take(
            Line line, Set<Line> here, RegionCode region, Actor actor, Instant now) {
        String key = line.kind() + "/" + line.giver() + "/" + line.receiver();
        String name = Optional.ofNullable(line.ground()).orElse(key);
        if (here.contains(line.withoutTakeover())) {
            return BundleLine.of(NAME, key, name, Result.SAME);
        }
        List<Objection> waits = waiting.unpublished(line.items(), ItemDesk.today(now));
        if (!waits.isEmpty()) return BundleLine.waiting(NAME, key, name, List.of(), waits);
        GrantCommand command =
                new GrantCommand(
                        line.kind(),
                        line.receiver(),
                        line.giver(),
                        line.items(),
                        List.of(),
                        line.area(),
                        line.validFrom(),
                        line.validTo(),
                        line.ground(),
                        line.letter());
        return switch (grant.grant(command, region, actor, now)) {
            case DelegationOutcome.Done(var act) -> takeOver(line, act, key, name, actor, now);
            case DelegationOutcome.Objected(var why) -> BundleLine.refused(NAME, key, name, why);
            case DelegationOutcome.NotNow(var why) -> BundleLine.refused(NAME, key, name, why);
        };
    }

    /** What the receiver handles there it handles here from today on. */
    private BundleLine takeOver(
            Line line, Delegation act, String key, String name, Actor actor, Instant now) {
        BundleLine added = BundleLine.of(NAME, key, name, Result.NEW);
        if (!line.takenOver() || !act.takeoverNeeded()) return added;
        LocalDate today = ItemDesk.today(now);
        LocalDate on = today.isBefore(line.validFrom()) ? line.validFrom() : today;
        return switch (change.takeOver(act.id(), act.version(), on, actor, now)) {
            case DelegationOutcome.Done _ -> added;
            case DelegationOutcome.Objected(var why) -> BundleLine.refused(NAME, key, name, why);
            case DelegationOutcome.NotNow(var why) -> BundleLine.refused(NAME, key, name, why);
        };
    }
}

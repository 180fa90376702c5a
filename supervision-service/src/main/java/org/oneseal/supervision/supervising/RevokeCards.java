package org.oneseal.supervision.supervising;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.events.SupervisionEvent;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardAction;
import org.oneseal.supervision.warning.CardCommand;
import org.oneseal.supervision.warning.Reasons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back together the cards whose thresholds fell into a time in which nobody could work
 * (批量撤销), and keeps that time: it is nobody's delay. One act, one transaction.
 */
@Component
public class RevokeCards {

    private static final int MOST_CARDS = 5000;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final String GROUND = "行政效能电子监察 发牌处理程序";

    private final Cards cards;
    private final HandleCard handleCard;
    private final Outages outages;
    private final Journal journal;
    private final Ids ids;

    RevokeCards(Cards cards, HandleCard handleCard, Outages outages, Journal journal, Ids ids) {
        this.cards = cards;
        this.handleCard = handleCard;
        this.outages = outages;
        this.journal = journal;
        this.ids = ids;
    }

    /**
     * @param cause {@code SYSTEM_OUTAGE} or {@code FORCE_MAJEURE}
     * @param department null for all of the region
     */
    public record Order(
            RegionCode region,
            @Nullable String department,
            Instant from,
            Instant to,
            String cause,
            @Nullable String reason) {}

    /** What became of it. */
    public sealed interface Outcome {}

    /**
     * @param kept cards that stay, because whoever revokes is involved in them
     */
    public record Revoked(String outageId, int revoked, int kept) implements Outcome {}

    public record Objected(List<Objection> objections) implements Outcome {}

    @Transactional
    public Outcome revoke(
            Order order, Scope scope, @Nullable RegionCode own, Actor actor, Instant now) {
        List<Objection> objections = check(order, own, now);
        if (!objections.isEmpty()) return new Objected(objections);
        List<Cards.Filed> found =
                cards.crossedWithin(
                        scope,
                        order.region(),
                        order.department(),
                        order.from(),
                        order.to(),
                        MOST_CARDS + 1);
        if (found.size() > MOST_CARDS) {
            return new Objected(List.of(Objection.of("revocation-too-many", MOST_CARDS)));
        }
        CardCommand command =
                new CardCommand(CardAction.REVOKE, actor.id(), order.reason(), order.cause());
        List<Cards.Filed> taken = new ArrayList<>();
        List<Card> after = new ArrayList<>();
        for (Cards.Filed filed : found) {
            if (filed.card().handle(command, now) instanceof Card.Moved(Card moved)) {
                taken.add(filed);
                after.add(moved);
            }
        }
        save(taken, after, command, actor, now);
        String id = ids.next(order.region());
        outages.add(new Outages.Outage(id, order, actor.id(), now, taken.size()));
        handleCard.revoked(taken, now);
        return new Revoked(id, taken.size(), found.size() - taken.size());
    }

    private void save(
            List<Cards.Filed> taken,
            List<Card> after,
            CardCommand command,
            Actor actor,
            Instant now) {
        if (taken.isEmpty()) return;
        List<Journal.Addition> additions =
                taken.stream()
                        .map(
                                filed -> {
                                    SupervisionEvent event = CardNews.of(filed.ref(), command);
                                    return new Journal.Addition(
                                            filed.chain(),
                                            actor,
                                            List.of(
                                                    new Happening(
                                                            event.type(),
                                                            now,
                                                            filed.placement(),
                                                            event)));
                                })
                        .toList();
        List<Chain> chains = journal.appendAll(additions);
        List<Cards.Change> changes = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            changes.add(
                    new Cards.Change(
                            taken.get(i), after.get(i), command, chains.get(i), null, null));
        }
        cards.save(changes, now);
    }

    private static List<Objection> check(Order order, @Nullable RegionCode own, Instant now) {
        List<Objection> found = new ArrayList<>();
        if (own == null || !own.contains(order.region())) {
            found.add(Objection.of("revocation-outside", order.region().value()).at("/region"));
        }
        if (order.to().isBefore(order.from())
                || order.to().isAfter(now)
                || Duration.between(order.from(), order.to()).compareTo(LONGEST) > 0) {
            found.add(Objection.of("revocation-time-invalid", LONGEST.toDays()).at("/from"));
        }
        if (!order.cause().equals("SYSTEM_OUTAGE") && !order.cause().equals("FORCE_MAJEURE")) {
            found.add(
                    Objection.of("revocation-cause-unknown", order.cause())
                            .withGround(GROUND)
                            .at("/cause"));
        }
        Reasons.against(order.reason(), true)
                .forEach(objection -> found.add(objection.withGround(GROUND)));
        return found;
    }
}

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
import org.oneseal.supervision.warning.CardState;
import org.oneseal.supervision.warning.Reasons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back together the cards whose thresholds fell into a time in which nobody could work
 * (批量撤销), and keeps that time: it is nobody's delay. Those that are still held are never issued.
 * One act, one transaction.
 */
@Component
public class RevokeCards {

    private static final int MOST_CARDS = 5000;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
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
     * @param dismissed cards that were held and will not be issued
     * @param kept cards that stay, because whoever revokes is involved in them
     */
    public record Revoked(String outageId, int revoked, int dismissed, int kept)
            implements Outcome {}

    /** A card that is taken back: how it stood, what is done and how it stands then. */
    private record Taken(Cards.Filed before, CardCommand command, Card after) {}

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
        List<Taken> taken = new ArrayList<>();
        for (Cards.Filed filed : found) {
            CardCommand command = command(filed.card(), order, actor);
            if (filed.card().handle(command, now) instanceof Card.Moved(Card moved)) {
                taken.add(new Taken(filed, command, moved));
            }
        }
        save(taken, actor, now);
        List<Cards.Filed> revoked =
                taken.stream()
                        .filter(t -> t.command().action() == CardAction.REVOKE)
                        .map(Taken::before)
                        .toList();
        String id = ids.next(order.region());
        outages.add(new Outages.Outage(id, order, actor.id(), now, revoked.size()));
        handleCard.revoked(revoked, now);
        return new Revoked(
                id, revoked.size(), taken.size() - revoked.size(), found.size() - taken.size());
    }

    /** What is held was never told: it is dismissed. */
    private static CardCommand command(Card card, Order order, Actor actor) {
        return card.state() == CardState.PENDING
                ? new CardCommand(CardAction.DISMISS, actor.id(), order.reason(), null)
                : new CardCommand(CardAction.REVOKE, actor.id(), order.reason(), order.cause());
    }

    private void save(List<Taken> taken, Actor actor, Instant now) {
        if (taken.isEmpty()) return;
        List<Chain> chains =
                journal.appendAll(taken.stream().map(one -> addition(one, actor, now)).toList());
        List<Cards.Change> changes = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            Taken one = taken.get(i);
            changes.add(
                    new Cards.Change(
                            one.before(), one.after(), one.command(), chains.get(i), null, null));
        }
        cards.save(changes, now);
    }

    private static Journal.Addition addition(Taken one, Actor actor, Instant now) {
        Cards.Filed filed = one.before();
        SupervisionEvent event = CardNews.of(filed.ref(), one.command());
        return new Journal.Addition(
                filed.chain(),
                actor,
                List.of(new Happening(event.type(), now, filed.placement(), event)));
    }

    private static List<Objection> check(Order order, @Nullable RegionCode own, Instant now) {
        List<Objection> found = new ArrayList<>();
        if (own == null || !own.contains(order.region())) {
            found.add(Objection.of("revocation-outside", order.region().value()).at("/region"));
        }
        if (order.to().isBefore(order.from())
                || order.to().isAfter(now)
                || order.from().isBefore(EARLIEST)
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

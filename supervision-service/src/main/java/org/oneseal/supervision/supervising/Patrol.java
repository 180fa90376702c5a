package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.warning.Plotter;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Watchkeeper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws issued cards again from the facts they rested on and reports those that come out otherwise
 * (发牌巡检). It changes nothing: what to do about a wrong card is for a person.
 */
@Component
public class Patrol {

    private static final int MOST_CARDS = 5000;
    private static final int AT_ONCE = 250;

    private final Register register;
    private final Knowledge knowledge;
    private final TransactionTemplate transactions;

    Patrol(Register register, Knowledge knowledge, TransactionTemplate transactions) {
        this.register = register;
        this.knowledge = knowledge;
        this.transactions = transactions;
    }

    /**
     * @param cards looked at
     * @param complete false if there were more
     */
    public record Report(int cards, boolean complete, List<Wrong> wrong) {}

    /**
     * @param again the threshold as it comes out now, null if there is none
     * @param calendarChanged the calendar has another version by now, which may be the reason
     */
    public record Wrong(
            String cardId,
            String rule,
            Instant threshold,
            @Nullable Instant again,
            boolean calendarChanged) {}

    /** Cards by rule that were issued in a time, oldest first. */
    public Report patrol(Register.Sight sight, Instant from, Instant to) {
        return patrol(sight, from, to, MOST_CARDS);
    }

    Report patrol(Register.Sight sight, Instant from, Instant to, int most) {
        List<Wrong> wrong = new ArrayList<>();
        CardRules rules = knowledge.rules();
        int cards = 0;
        Instant since = from;
        String after = "";
        while (cards < most) {
            List<CardSheet> some = register.cardsByRule(sight, since, after, to, AT_ONCE);
            if (some.isEmpty()) return new Report(cards, true, wrong);
            look(some, rules, wrong);
            cards += some.size();
            since = some.getLast().issuedAt();
            after = some.getLast().id();
        }
        return new Report(cards, false, wrong);
    }

    private void look(List<CardSheet> some, CardRules rules, List<Wrong> wrong) {
        Map<String, Dossier> dossiers =
                register.dossiers(some.stream().map(CardSheet::caseId).distinct().toList()).stream()
                        .collect(Collectors.toMap(d -> d.head().caseId(), Function.identity()));
        Norms norms =
                Objects.requireNonNull(
                        transactions.execute(
                                _ ->
                                        knowledge.norms(
                                                dossiers.values().stream()
                                                        .map(Dossier::head)
                                                        .toList())));
        for (CardSheet card : some) {
            Crossing again = again(card, dossiers.get(card.caseId()), norms, rules);
            if (again != null && again.at().equals(card.threshold())) continue;
            String version =
                    norms.calendar(new org.oneseal.platform.region.RegionCode(card.region()))
                            .map(c -> String.valueOf(c.version()))
                            .orElse(null);
            wrong.add(
                    new Wrong(
                            card.id(),
                            card.ruleCode(),
                            card.threshold(),
                            again == null ? null : again.at(),
                            !Objects.equals(version, card.calendarVersion())));
        }
    }

    private static @Nullable Crossing again(
            CardSheet card, @Nullable Dossier all, Norms norms, CardRules rules) {
        if (all == null) return null;
        Dossier known = all.asDrawnFrom(card.caseSequence(), card.knownAt());
        return new Watchkeeper(norms)
                .watches(known).stream()
                        .filter(w -> w.id().equals(card.watchId()))
                        .flatMap(w -> new Plotter(norms, rules).course(w).crossings().stream())
                        .filter(c -> c.rule().equals(card.ruleCode()))
                        .findFirst()
                        .orElse(null);
    }
}

package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.oneseal.supervision.measuring.Tallier;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Norms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a batch of facts: dossiers, watches, indicators and the cards that fall due with them. */
@Component
public class TakeFacts {

    private final Files files;
    private final Knowledge knowledge;
    private final Desk desk;

    TakeFacts(Files files, CardDesk cards, Knowledge knowledge) {
        this.files = files;
        this.knowledge = knowledge;
        this.desk = new Desk(cards, files);
    }

    /** Takes the facts in this order; those of one case must be in the order of the case. */
    @Transactional
    public void take(List<News> batch, Instant now) {
        if (batch.isEmpty()) return;
        Map<String, List<News>> byCase = new TreeMap<>();
        for (News news : batch) {
            byCase.computeIfAbsent(news.head().caseId(), _ -> new ArrayList<>()).add(news);
        }
        List<CaseHead> heads = batch.stream().map(News::head).toList();
        Norms norms = knowledge.norms(heads);
        CardRules rules = knowledge.rules();
        Map<String, Filed> filed = files.dossiers(byCase.keySet());
        Map<String, List<Kept>> kept = files.watches(byCase.keySet());
        Tallier tallier = new Tallier(norms);
        Tally difference = new Tally();
        List<Filed> dossiers = new ArrayList<>();
        List<Kept> watches = new ArrayList<>();
        List<Draw> draws = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        Set<String> feeds = new HashSet<>();
        List<Examination> examinations = new ArrayList<>();
        byCase.forEach(
                (caseId, news) -> {
                    Filed old = filed.get(caseId);
                    List<Kept> before = kept.getOrDefault(caseId, List.of());
                    Examination examination =
                            new Examination(
                                    norms, rules, old == null ? null : old.dossier(), before);
                    for (News one : news) {
                        String feed = one.feed(norms);
                        if (feed != null) feeds.add(feed);
                        examination.take(one, feed);
                    }
                    Dossier dossier = examination.dossier();
                    if (dossier == null) return;
                    Tally tally = tallier.tally(dossier, examination.caseWatch());
                    difference.add(tally);
                    if (old != null) difference.subtract(old.tally());
                    dossiers.add(new Filed(dossier, tally));
                    examination.watches().stream()
                            .filter(k -> isNew(k, before))
                            .forEach(watches::add);
                    before.forEach(k -> gone.add(k.watch().id()));
                    examination.watches().forEach(k -> gone.remove(k.watch().id()));
                    draws.addAll(examination.draws());
                    examinations.add(examination);
                });
        // Watches that the facts left alone need not be written again.
        files.save(dossiers, watches);
        if (!gone.isEmpty()) files.remove(gone);
        if (!feeds.isEmpty()) files.hear(feeds, now);
        desk.issue(draws, norms, difference, now);
        // Cards are locked before sums, as wherever both are.
        desk.reconsider(examinations, now);
        desk.count(difference);
    }

    private static boolean isNew(Kept kept, List<Kept> before) {
        return before.stream().noneMatch(old -> old == kept);
    }
}

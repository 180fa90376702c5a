package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.CitizenNumber;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.warning.Measure;
import org.oneseal.supervision.warning.Origin;
import org.oneseal.supervision.warning.Reasons;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dues;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws a card for what no clock shows (人工发牌): a fee, a material beyond the catalog, handling
 * beside the platform. It follows a rule like every other, and whoever draws it never reviews it.
 */
@Component
public class DrawByHand {

    private final Register register;
    private final Files files;
    private final CardDesk cards;
    private final Knowledge knowledge;
    private final Ids ids;

    DrawByHand(Register register, Files files, CardDesk cards, Knowledge knowledge, Ids ids) {
        this.register = register;
        this.files = files;
        this.cards = cards;
        this.knowledge = knowledge;
        this.ids = ids;
    }

    /**
     * What was seen.
     *
     * @param caseId null where what was seen is no case of the platform
     * @param department whom the card goes to where there is no case
     * @param matter what it is about where there is no case
     */
    public record Seen(
            String rule,
            @Nullable String caseId,
            RegionCode region,
            @Nullable String department,
            @Nullable String matter,
            @Nullable String reason) {}

    /** What became of it. */
    public sealed interface Outcome {}

    public record Drawn(String cardId) implements Outcome {}

    public record Objected(List<Objection> objections) implements Outcome {}

    /**
     * @param own region of who draws it: a case elsewhere is as unknown as one that does not exist
     */
    @Transactional
    public Outcome draw(Seen seen, @Nullable RegionCode own, String issuer, Instant now) {
        List<Objection> objections = new ArrayList<>();
        CaseHead head = head(seen, own, objections);
        String reason = seen.reason();
        objections.addAll(Reasons.against(reason, true));
        CardRules rules = knowledge.rules();
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        CardRule rule =
                rules
                        .of(
                                WatchKind.CASE,
                                head == null ? seen.region() : head.region(),
                                head == null ? null : head.itemCode(),
                                today)
                        .stream()
                        .filter(r -> r.measure() == Measure.MANUAL && r.code().equals(seen.rule()))
                        .findFirst()
                        .orElse(null);
        if (rule == null) {
            objections.add(Objection.of("card-rule-not-by-hand", seen.rule()).at("/rule"));
        }
        if (head == null || rule == null || !objections.isEmpty()) {
            return new Objected(objections);
        }
        Watch watch = watch(head, now);
        Draw draw =
                new Draw(
                        watch,
                        new Crossing(rule.code(), rule.version(), rule.colour(), now, now),
                        rule,
                        now,
                        0,
                        new Draw.Cause(Origin.MANUAL, issuer, reason, null));
        Tally difference = new Tally();
        Deadlines.Times times =
                Deadlines.of(knowledge.norms(head.region()), head.region(), rule, now);
        List<CardDesk.Issued> issued =
                cards.issue(List.of(draw), Map.of(draw.cardId(), times), now);
        Desk.count(issued, difference);
        if (!difference.isEmpty()) files.add(difference);
        return new Drawn(draw.cardId());
    }

    private @Nullable CaseHead head(
            Seen seen, @Nullable RegionCode own, List<Objection> objections) {
        if (seen.caseId() != null) {
            CaseHead known =
                    register.dossier(seen.caseId())
                            .map(d -> d.head())
                            .filter(h -> own != null && own.contains(h.region()))
                            .orElse(null);
            if (known == null) {
                objections.add(Objection.of("card-case-unknown", seen.caseId()).at("/caseId"));
            }
            return known;
        }
        if (own == null || !own.contains(seen.region())) {
            objections.add(Objection.of("card-outside", seen.region().value()).at("/region"));
        }
        String department = seen.department();
        String matter = seen.matter();
        if (department == null || department.isBlank() || matter == null || matter.isBlank()) {
            objections.add(Objection.of("card-matter-missing").at("/matter"));
            return null;
        }
        if (CitizenNumber.isIn(matter)) {
            objections.add(Objection.of("card-personal-number").at("/matter"));
        }
        String id = ids.next(seen.region());
        return new CaseHead(
                id,
                "",
                null,
                null,
                matter,
                false,
                false,
                null,
                null,
                "",
                seen.region(),
                department);
    }

    /** Something seen on a day: it has no clock, so every card by hand is a matter of its own. */
    private Watch watch(CaseHead head, Instant now) {
        return new Watch(
                head.caseId() + ".seen-" + ids.next(head.region()),
                WatchKind.CASE,
                head,
                WatchState.OPEN,
                now,
                null,
                new Dues(null, null, null, false, null, false, null, null),
                true,
                List.of());
    }
}

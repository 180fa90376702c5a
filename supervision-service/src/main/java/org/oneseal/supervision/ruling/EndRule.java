package org.oneseal.supervision.ruling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.Reasons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a version of a rule its last day, today at the earliest. What runs is not touched. */
@Component
public class EndRule {

    private final RuleBook book;

    EndRule(RuleBook book) {
        this.book = book;
    }

    /** What became of it. */
    public sealed interface Outcome {}

    public record Ended(CardRule rule) implements Outcome {}

    public record Objected(List<Objection> objections) implements Outcome {}

    /**
     * @throws NotFound if there is no such version
     */
    @Transactional
    public Outcome end(
            String code,
            int version,
            LocalDate lastDay,
            @Nullable String reason,
            @Nullable RegionCode own,
            Actor actor,
            Instant now) {
        CardRule rule =
                book.versionsForUpdate(code).stream()
                        .filter(v -> v.version() == version)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("rule", code + "@" + version));
        List<Objection> objections = new ArrayList<>();
        if (own == null || !own.contains(rule.region())) {
            objections.add(Objection.of("rule-region-outside", rule.region().value()));
        }
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        LocalDate before = rule.effectiveTo();
        if (lastDay.isBefore(today) || lastDay.isBefore(rule.effectiveFrom().minusDays(1))) {
            objections.add(Objection.of("rule-last-day-past", today).at("/lastDay"));
        } else if (before != null && lastDay.isAfter(before)) {
            objections.add(Objection.of("rule-last-day-later", before).at("/lastDay"));
        }
        RuleChecks.day(lastDay, "/lastDay", objections);
        objections.addAll(Reasons.against(reason, true));
        if (!objections.isEmpty() || reason == null) return new Objected(objections);
        book.end(rule, lastDay, reason, actor, now);
        return new Ended(rule.until(lastDay));
    }
}

package org.oneseal.supervision.events;

import java.time.LocalDate;

/** A version of a rule for cards got a last day (规则停用). */
public record RuleEnded(
        String code, int version, String region, LocalDate lastDay, String reason, String by)
        implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.rule-ended";
    }
}

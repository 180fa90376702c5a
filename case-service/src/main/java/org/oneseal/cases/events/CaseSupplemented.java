package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The applicant has handed in what was asked for during the review. */
public record CaseSupplemented(@JsonProperty("case") CaseReference about, String noticeId)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.supplemented";
    }
}

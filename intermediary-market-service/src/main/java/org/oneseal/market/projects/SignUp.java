package org.oneseal.market.projects;

import java.time.Instant;

/** An institution in the running (报名). */
public record SignUp(
        String institutionId, String name, String uscc, String region, String party, Instant at) {

    static SignUp of(Participant participant, Instant at) {
        return new SignUp(
                participant.id(),
                participant.name(),
                participant.uscc(),
                participant.region(),
                participant.party(),
                at);
    }
}

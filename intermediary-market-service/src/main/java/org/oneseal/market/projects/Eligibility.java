package org.oneseal.market.projects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.market.admission.Restriction;
import org.oneseal.platform.objection.Objection;

/** Whether an institution may take part in a project on a day; looked at again at every step. */
final class Eligibility {

    private Eligibility() {}

    static List<Objection> objections(
            Terms terms, Buyer buyer, Participant participant, LocalDate day) {
        List<Objection> objections = new ArrayList<>();
        Optional<Participant.Offered> offered =
                participant.offered().stream()
                        .filter(o -> o.code().equals(terms.serviceKind()))
                        .findFirst();
        if (offered.isEmpty()) {
            objections.add(Objection.of("service-not-offered", terms.serviceKind()));
        }
        offered.map(Participant.Offered::lastDay)
                .filter(last -> last.isBefore(day))
                .ifPresent(
                        last ->
                                objections.add(
                                        Objection.of(
                                                "qualification-lapsed",
                                                terms.serviceKind(),
                                                last.toString())));
        for (Restriction restriction : participant.restrictions()) {
            if (restriction.holdsOn(day)) objections.add(restriction.objection());
        }
        if (terms.avoids(participant.uscc()) || participant.uscc().equals(buyer.uscc())) {
            objections.add(Objection.of("institution-avoided"));
        }
        return objections;
    }
}

package org.oneseal.cases.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseHeader.SubjectKind;
import org.oneseal.cases.intake.Submission;
import org.oneseal.cases.items.ItemTypes;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.parties.Parties;
import org.oneseal.cases.parties.Party;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Settles for whom, what and where somebody applies, or why that cannot be. */
@Component
class Filings {

    private final Parties parties;
    private final Problems problems;

    Filings(Parties parties, Problems problems) {
        this.parties = parties;
        this.problems = problems;
    }

    /**
     * What was sent.
     *
     * @param party at the counter, for whom; others apply for themselves or on behalf
     */
    record Wanted(String itemCode, @Nullable String party, @Nullable String region) {}

    sealed interface Settled {

        record Ready(ItemVersion item, Submission.Subject subject, RegionCode region)
                implements Settled {}

        record Refused(ResponseEntity<?> answer) implements Settled {}
    }

    Settled settle(Reach reach, Optional<ItemVersion> found, Wanted wanted) {
        if (found.isEmpty()) {
            return unprocessable(notThere(wanted.itemCode()).at("/itemCode"));
        }
        ItemVersion item = found.get();
        if (!reach.coverage().covers(item.itemCode(), item.itemType())) {
            return new Settled.Refused(
                    problems.forbidden(
                            List.of(
                                    Objection.of("mandate-does-not-cover", item.name())
                                            .at("/itemCode"))));
        }
        String forWhom = reach.staff() ? wanted.party() : reach.party();
        Optional<Party> party = Optional.ofNullable(forWhom).flatMap(parties::find);
        if (party.isEmpty()
                || (!reach.staff() && wanted.party() != null && !wanted.party().equals(forWhom))) {
            return unprocessable(Objection.of("party-unknown").at("/party"));
        }
        String place = wanted.region();
        RegionCode region = new RegionCode(place == null ? item.region() : place);
        if (!new RegionCode(item.region()).contains(region)) {
            return unprocessable(Objection.of("region-not-served", region.value()).at("/region"));
        }
        return new Settled.Ready(item, subject(party.get()), region);
    }

    private static Objection notThere(String code) {
        return ItemTypes.powerOf(code)
                .map(
                        type ->
                                Objection.of("item-not-on-application", code, type)
                                        .withGround("GB/T 39554.1-2020"))
                .orElseGet(() -> Objection.of("item-unknown", code));
    }

    private Settled unprocessable(Objection objection) {
        return new Settled.Refused(problems.unprocessable(List.of(objection)));
    }

    private static Submission.Subject subject(Party party) {
        return switch (party) {
            case Party.NaturalPerson p ->
                    new Submission.Subject(p.id(), p.mask(), SubjectKind.NATURAL, null, null);
            case Party.LegalPerson p ->
                    new Submission.Subject(p.id(), p.mask(), SubjectKind.LEGAL, p.name(), p.uscc());
        };
    }
}

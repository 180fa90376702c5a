package org.oneseal.credit.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.Dossier;
import org.oneseal.credit.listing.ListRules;
import org.oneseal.credit.listing.Listing;
import org.oneseal.credit.listing.ListingState;
import org.oneseal.credit.web.ListingViews.Reader;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns a listing or an outcome into an answer. */
@Component
class ListingAnswers {

    private final ListRules rules;
    private final ListingViews views;
    private final Problems problems;

    ListingAnswers(ListRules rules, ListingViews views, Problems problems) {
        this.rules = rules;
        this.views = views;
        this.problems = problems;
    }

    ResponseEntity<?> answer(Listing.Outcome outcome, Caller caller) {
        return switch (outcome) {
            case Listing.Outcome.Changed changed -> shown(changed.listing(), caller);
            case Listing.Outcome.Objected objected -> problems.conflict(objected.objections());
        };
    }

    ResponseEntity<ListingView> shown(Listing listing, Caller caller) {
        return ResponseEntity.ok()
                .eTag(Versions.etag(listing.chain().sequence()))
                .body(view(listing, caller));
    }

    ListingView view(Listing listing, Caller caller) {
        Reader reader = Scope.of(caller) instanceof Scope.OfParty ? Reader.PARTY : Reader.OFFICER;
        return views.listing(listing, earliestRepair(listing), reader);
    }

    private @Nullable LocalDate earliestRepair(Listing listing) {
        Dossier.Decision decision = listing.dossier().decision();
        if (decision == null || listing.state() != ListingState.LISTED) return null;
        return rules.regimes(listing.region())
                .earliestRepair(
                        decision.on(),
                        listing.rule().informationClass(),
                        listing.dossier().proposal().fields())
                .orElse(null);
    }
}

package org.oneseal.market.projects;

import java.time.Instant;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A buyer asks for a project to be announced. */
@Component
public class SubmitProject {

    private final LookUpTerms lookUp;
    private final ProjectBook book;
    private final Ids ids;

    SubmitProject(LookUpTerms lookUp, ProjectBook book, Ids ids) {
        this.lookUp = lookUp;
        this.book = book;
        this.ids = ids;
    }

    @Transactional
    public ProjectOutcome submit(
            RegionCode region, Terms asked, Buyer buyer, Actor actor, Instant now) {
        Terms terms = lookUp.completed(asked);
        return book.add(
                Project.submit(
                        ids.next(region),
                        region,
                        terms,
                        buyer,
                        lookUp.rules(region, terms, now).objections(terms, buyer)),
                actor,
                now);
    }
}

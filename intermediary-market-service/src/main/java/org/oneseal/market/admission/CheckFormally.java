package org.oneseal.market.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The market operator's formal check (形式审查): admits, or refuses with every reason at once. */
@Component
public class CheckFormally {

    private final Institutions institutions;
    private final ServiceTypes types;
    private final Restrictions restrictions;
    private final Bookkeeping book;

    CheckFormally(
            Institutions institutions,
            ServiceTypes types,
            Restrictions restrictions,
            Bookkeeping book) {
        this.institutions = institutions;
        this.types = types;
        this.restrictions = restrictions;
        this.book = book;
    }

    @Transactional
    public Institution.Outcome admit(
            String id, long expectedVersion, Scope scope, Actor actor, Instant now) {
        Institution institution = load(id, expectedVersion, scope);
        LocalDate today = Institution.dayOf(now);
        Application application = institution.application();
        AdmissionRules rules =
                new AdmissionRules(
                        types.offered(institution.region(), today),
                        institutions.listedPractitioners(
                                application.practitioners().stream()
                                        .map(Practitioner::certificateNumber)
                                        .toList(),
                                application.uscc()),
                        restrictions.on(application.uscc(), today),
                        today);
        return keep(institution.admit(rules, actor.id(), now), actor, now);
    }

    @Transactional
    public Institution.Outcome refuse(
            String id,
            long expectedVersion,
            List<InstitutionState.Reason> reasons,
            Scope scope,
            Actor actor,
            Instant now) {
        return keep(load(id, expectedVersion, scope).refuse(reasons, actor.id(), now), actor, now);
    }

    private Institution load(String id, long expectedVersion, Scope scope) {
        Institution institution =
                institutions.byId(id, scope).orElseThrow(() -> new NotFound("institution", id));
        if (institution.chain().sequence() != expectedVersion) {
            throw new StaleVersion(id, expectedVersion);
        }
        return institution;
    }

    private Institution.Outcome keep(Institution.Outcome outcome, Actor actor, Instant now) {
        return switch (outcome) {
            case Institution.Outcome.Changed changed ->
                    new Institution.Outcome.Changed(
                            book.keep(changed, actor, now), changed.event());
            case Institution.Outcome.Objected objected -> objected;
        };
    }
}

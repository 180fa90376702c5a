package org.oneseal.market.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.oneseal.platform.calendars.CatalogCalendars;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An institution asks to be admitted in a region. */
@Component
public class ApplyForAdmission {

    private final Institutions institutions;
    private final ServiceTypes types;
    private final CheckRules checks;
    private final CatalogCalendars calendars;
    private final Restrictions restrictions;
    private final Bookkeeping book;
    private final Ids ids;

    ApplyForAdmission(
            Institutions institutions,
            ServiceTypes types,
            CheckRules checks,
            CatalogCalendars calendars,
            Restrictions restrictions,
            Bookkeeping book,
            Ids ids) {
        this.institutions = institutions;
        this.types = types;
        this.checks = checks;
        this.calendars = calendars;
        this.restrictions = restrictions;
        this.book = book;
        this.ids = ids;
    }

    @Transactional
    public Institution.Outcome apply(
            RegionCode region, String party, Application application, Actor actor, Instant now) {
        LocalDate today = Institution.dayOf(now);
        List<String> certificates =
                application.practitioners().stream().map(Practitioner::certificateNumber).toList();
        AdmissionRules rules =
                new AdmissionRules(
                        types.offered(region, today),
                        institutions.listedPractitioners(certificates, application.uscc()),
                        restrictions.on(application.uscc(), today),
                        today);
        CheckRule rule = checks.inForce(region, today);
        CheckDue due =
                calendars
                        .forCounting(region, today)
                        .map(calendar -> CheckDue.derive(today, rule, calendar))
                        .orElse(null);
        Institution.Outcome outcome =
                Institution.apply(
                        ids.next(region),
                        region,
                        party,
                        application,
                        institutions.isThere(region, application.uscc()),
                        rules,
                        rule,
                        due,
                        now);
        return switch (outcome) {
            case Institution.Outcome.Changed changed ->
                    new Institution.Outcome.Changed(book.add(changed, actor, now), changed.event());
            case Institution.Outcome.Objected objected -> objected;
        };
    }
}

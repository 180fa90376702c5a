package org.oneseal.market.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.oneseal.market.admission.ServiceTypes;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** Gathers what is known about a project's case and item today. */
@Component
class LookUpTerms {

    private final ServiceTypes types;
    private final SelectionRules selection;
    private final KnownCases cases;
    private final KnownItems items;

    LookUpTerms(ServiceTypes types, SelectionRules selection, KnownCases cases, KnownItems items) {
        this.types = types;
        this.selection = selection;
        this.cases = cases;
        this.items = items;
    }

    /** A commissioned service is for the item of its case, whatever was written. */
    Terms completed(Terms terms) {
        return known(terms)
                .map(
                        known ->
                                new Terms(
                                        terms.title(),
                                        terms.role(),
                                        terms.serviceKind(),
                                        terms.caseId(),
                                        terms.suspension(),
                                        known.itemCode(),
                                        terms.material(),
                                        terms.fund(),
                                        terms.priceFen(),
                                        terms.serviceDays(),
                                        terms.avoided()))
                .orElse(terms);
    }

    TermsRules rules(RegionCode region, Terms terms, Instant now) {
        LocalDate today = Project.dayOf(now);
        Optional<KnownCases.KnownCase> known =
                known(terms).filter(k -> region.contains(new RegionCode(k.region())));
        Optional<KnownItems.KnownItem> item =
                terms.role() == Terms.Role.AUTHORITY_COMMISSIONED
                        ? known.flatMap(k -> items.version(k.itemCode(), k.itemVersion()))
                        : items.newest(terms.itemCode());
        return new TermsRules(
                types.offered(region, today),
                known,
                item,
                selection.inForce(region, terms.fund(), today));
    }

    private Optional<KnownCases.KnownCase> known(Terms terms) {
        String caseId = terms.caseId();
        return caseId == null || terms.role() == Terms.Role.APPLICANT_SIDE
                ? Optional.empty()
                : cases.byId(caseId);
    }
}

package org.oneseal.market.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.market.admission.ServiceType;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.objection.Objection;

/**
 * What a project may ask for, looked at when it is submitted and again whenever it is announced.
 *
 * @param types the directory of the region today
 * @param known the case it is bound to, as far as it is known
 * @param item the version of the case's item, or the newest of the applicant's
 */
record TermsRules(
        List<ServiceType> types,
        Optional<KnownCases.KnownCase> known,
        Optional<KnownItems.KnownItem> item,
        SelectionRule rule) {

    private static final String SUSPENSION_LAW = "行政许可法第四十五条";

    List<Objection> objections(Terms terms, Buyer buyer) {
        List<Objection> objections = new ArrayList<>();
        if (terms.title().isBlank()) objections.add(Objection.of("title-missing").at("/title"));
        if (buyer.name().isBlank()) objections.add(Objection.of("buyer-missing").at("/buyer"));
        if (types.stream().noneMatch(t -> t.code().equals(terms.serviceKind()))) {
            objections.add(Objection.of("service-unknown", terms.serviceKind()).at("/serviceKind"));
        }
        String own = buyer.uscc();
        if (own != null && !UnifiedSocialCreditCode.isValid(own)) {
            objections.add(Objection.of("uscc-invalid", own).at("/buyerUscc"));
        }
        for (int i = 0; i < terms.avoided().size(); i++) {
            String uscc = terms.avoided().get(i).uscc();
            if (!UnifiedSocialCreditCode.isValid(uscc)) {
                objections.add(Objection.of("uscc-invalid", uscc).at("/avoided/" + i + "/uscc"));
            }
        }
        Long limit = rule.priceLimitFen();
        if (limit != null && terms.priceFen() > limit) {
            objections.add(
                    Objection.of("above-procurement-limit", limit)
                            .withGround(rule.ground())
                            .at("/priceFen"));
        }
        switch (terms.role()) {
            case APPLICANT_SIDE -> applicantSide(terms, objections);
            case AUTHORITY_COMMISSIONED -> commissioned(terms, buyer, objections);
        }
        return objections;
    }

    /** Before acceptance there is no clock that could stand still. */
    private void applicantSide(Terms terms, List<Objection> objections) {
        if (terms.caseId() != null) {
            objections.add(
                    Objection.of("applicant-side-with-case")
                            .withGround(SUSPENSION_LAW)
                            .at("/caseId"));
        }
        if (terms.suspension() != null) {
            objections.add(
                    Objection.of("applicant-side-suspends")
                            .withGround(SUSPENSION_LAW)
                            .at("/suspension"));
        }
        if (item.isEmpty() || !item.get().inForce()) {
            objections.add(Objection.of("item-unknown", terms.itemCode()).at("/itemCode"));
        } else if (!item.get().asksFor(terms.material(), terms.serviceKind())) {
            objections.add(
                    Objection.of("material-not-by-intermediary", terms.serviceKind())
                            .at("/material"));
        }
    }

    private void commissioned(Terms terms, Buyer buyer, List<Objection> objections) {
        if (terms.material() != null) {
            objections.add(Objection.of("commissioned-with-material").at("/material"));
        }
        if (terms.caseId() == null) {
            objections.add(Objection.of("case-missing").at("/caseId"));
            return;
        }
        if (known.isEmpty()
                || !known.get().open()
                || !known.get().department().equals(buyer.department())) {
            objections.add(Objection.of("case-unknown", terms.caseId()).at("/caseId"));
            return;
        }
        String kind = terms.suspension();
        if (kind != null && item.map(i -> !i.suspensions().contains(kind)).orElse(true)) {
            objections.add(
                    Objection.of("suspension-not-listed", kind)
                            .withGround(SUSPENSION_LAW)
                            .at("/suspension"));
        }
    }
}

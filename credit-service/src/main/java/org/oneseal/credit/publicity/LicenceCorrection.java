package org.oneseal.credit.publicity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is corrected of a published licence (更正); null stays as it is. What identifies the decision
 * and its subject is not corrected here: then the record is withheld and the decision told anew.
 */
public record LicenceCorrection(
        @Nullable String document,
        @Nullable String kind,
        @Nullable String certificateName,
        @Nullable String certificateNumber,
        @Nullable String content,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String remark,
        @Nullable String legalRepresentative) {

    Licence apply(Licence old) {
        return new Licence(
                old.caseId(),
                old.caseNumber(),
                old.itemCode(),
                old.subject(),
                or(document, old.document()),
                old.decisionNumber(),
                or(kind, old.kind()),
                certificateName == null ? old.certificateName() : certificateName,
                certificateNumber == null ? old.certificateNumber() : certificateNumber,
                or(content, old.content()),
                old.decidedOn(),
                validFrom == null ? old.validFrom() : validFrom,
                validTo == null ? old.validTo() : validTo,
                old.authority(),
                remark == null ? old.remark() : remark,
                legalRepresentative == null ? old.legalRepresentative() : legalRepresentative);
    }

    /** The fields it names, as the national standard calls them. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        if (document != null) fields.add("XK_XKWS");
        if (kind != null) fields.add("XK_XKLB");
        if (certificateName != null) fields.add("XK_XKZS");
        if (certificateNumber != null) fields.add("XK_XKBH");
        if (content != null) fields.add("XK_NR");
        if (validFrom != null) fields.add("XK_YXQZ");
        if (validTo != null) fields.add("XK_YXQZI");
        if (remark != null) fields.add("BZ");
        if (legalRepresentative != null) fields.add("XK_FRDB");
        return fields;
    }

    private static String or(@Nullable String value, String old) {
        return value == null ? old : value;
    }
}

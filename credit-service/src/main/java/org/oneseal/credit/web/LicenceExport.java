package org.oneseal.credit.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.publicity.Licence;
import org.oneseal.credit.publicity.PublicityRecord;
import org.oneseal.credit.publicity.PublicityState;
import org.oneseal.credit.publicity.SubjectKind;

/**
 * A licence under the field names of the national data standard for licence publicity. Dates as
 * yyyy/MM/dd; a licence without end is valid to 2099/12/31.
 */
record LicenceExport(
        @JsonProperty("XK_XDR_MC") String subjectName,
        @JsonProperty("XK_XDR_LB") String subjectKind,
        @JsonProperty("XK_XDR_SHXYM") @Nullable String subjectUscc,
        @JsonProperty("XK_FRDB") @Nullable String legalRepresentative,
        @JsonProperty("XK_XKWS") String document,
        @JsonProperty("XK_WSH") String decisionNumber,
        @JsonProperty("XK_XKLB") String licenceKind,
        @JsonProperty("XK_XKZS") @Nullable String certificateName,
        @JsonProperty("XK_XKBH") @Nullable String certificateNumber,
        @JsonProperty("XK_NR") String content,
        @JsonProperty("XK_JDRQ") String decidedOn,
        @JsonProperty("XK_YXQZ") String validFrom,
        @JsonProperty("XK_YXQZI") String validTo,
        @JsonProperty("XK_XKJG") String authority,
        @JsonProperty("XK_XKJGDM") @Nullable String authorityUscc,
        @JsonProperty("XK_ZT") String status,
        @JsonProperty("XK_LYDW") String source,
        @JsonProperty("XK_LYDWDM") @Nullable String sourceUscc,
        @JsonProperty("BZ") @Nullable String remark) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final LocalDate NO_END = LocalDate.of(2099, 12, 31);
    private static final String IN_FORCE = "1";
    private static final String TAKEN_BACK = "2";

    static LicenceExport of(PublicityRecord record) {
        Licence licence = record.licence();
        LocalDate from = licence.validFrom() == null ? licence.decidedOn() : licence.validFrom();
        LocalDate to = licence.validTo() == null ? NO_END : licence.validTo();
        return new LicenceExport(
                licence.subject().name(),
                licence.subject().kind() == SubjectKind.NATURAL ? "自然人" : "法人及非法人组织",
                licence.subject().uscc(),
                licence.legalRepresentative(),
                licence.document(),
                licence.decisionNumber(),
                licence.kind(),
                licence.certificateName(),
                licence.certificateNumber(),
                licence.content(),
                DAY.format(licence.decidedOn()),
                DAY.format(from),
                DAY.format(to),
                licence.authority().name(),
                licence.authority().uscc(),
                record.state() instanceof PublicityState.Withheld ? TAKEN_BACK : IN_FORCE,
                licence.authority().name(),
                licence.authority().uscc(),
                licence.remark());
    }
}

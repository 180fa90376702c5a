package org.oneseal.credit.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

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
        @JsonProperty("BZ") @Nullable String remark) {}

package org.oneseal.credit.publicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;

/**
 * The checks of the national standard for licence publicity. What they find does not stop the
 * clock: the record is published in time and its fields are corrected.
 */
public final class LicenceChecks {

    private static final Set<String> KINDS = Set.of("普通", "特许", "认可", "核准", "登记", "其他");

    private final List<Finding> findings = new ArrayList<>();

    private LicenceChecks() {}

    /**
     * What is wrong with a field.
     *
     * @param field as the national standard calls it
     * @param problem MISSING, CHECK_CHARACTER, UNKNOWN_VALUE, ORDER or TOO_LONG
     */
    public record Finding(String field, String problem) {}

    public static List<Finding> of(Licence licence) {
        LicenceChecks checks = new LicenceChecks();
        checks.text("XK_XDR_MC", licence.subject().name(), 200);
        if (!licence.subject().natural()) {
            checks.code("XK_XDR_SHXYM", licence.subject().uscc());
        }
        checks.text("XK_XKWS", licence.document(), 64);
        checks.text("XK_WSH", licence.decisionNumber(), 64);
        checks.text("XK_NR", licence.content(), 4000);
        if (!KINDS.contains(licence.kind())) checks.found("XK_XKLB", "UNKNOWN_VALUE");
        if (licence.validFrom() != null
                && licence.validTo() != null
                && licence.validTo().isBefore(licence.validFrom())) {
            checks.found("XK_YXQZI", "ORDER");
        }
        checks.text("XK_XKJG", licence.authority().name(), 200);
        checks.code("XK_XKJGDM", licence.authority().uscc());
        return List.copyOf(checks.findings);
    }

    private void text(String field, String value, int longest) {
        if (value.isBlank()) found(field, "MISSING");
        if (value.codePointCount(0, value.length()) > longest) found(field, "TOO_LONG");
    }

    private void code(String field, @Nullable String code) {
        if (code == null || code.isBlank()) {
            found(field, "MISSING");
        } else if (!UnifiedSocialCreditCode.isValid(code)) {
            found(field, "CHECK_CHARACTER");
        }
    }

    private void found(String field, String problem) {
        findings.add(new Finding(field, problem));
    }
}

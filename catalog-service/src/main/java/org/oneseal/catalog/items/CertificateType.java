package org.oneseal.catalog.items;

import java.util.regex.Pattern;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;

/**
 * The code of a type of electronic certificates (证照类型代码): the credit code of the body that laid it
 * down and three digits (GB/T 36901).
 */
public final class CertificateType {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{18}[0-9]{3}");

    private CertificateType() {}

    public static boolean isValid(String code) {
        return CODE.matcher(code).matches()
                && UnifiedSocialCreditCode.isValid(code.substring(0, 18));
    }
}

package org.oneseal.cases.papers;

/** The kinds of papers (文书种类) with the letters that set their numbers apart. */
public enum PaperKind {
    /** 受理通知书. */
    ACCEPTANCE_NOTICE("SL"),
    /** 不予受理通知书. */
    NON_ACCEPTANCE_NOTICE("BYSL"),
    /** 补正告知书: everything missing, told once. */
    CORRECTION_NOTICE("BZ"),
    /** 审查阶段补正告知书: what the review needs beside; there may be several. */
    SUPPLEMENT_NOTICE("BC"),
    /** 特别程序告知书: how long it takes; there may be several. */
    SPECIAL_PROCEDURE_NOTICE("TC"),
    /** 延长办理期限告知书. */
    EXTENSION_NOTICE("YQ"),
    /** 准予决定书. */
    GRANT("ZY"),
    /** 不予决定书, with ground, reason and remedies. */
    REFUSAL("BY"),
    /** 证照. */
    CERTIFICATE("ZZ");

    private final String letters;

    PaperKind(String letters) {
        this.letters = letters;
    }

    String letters() {
        return letters;
    }
}

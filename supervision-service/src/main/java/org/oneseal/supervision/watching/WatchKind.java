package org.oneseal.supervision.watching;

/** Which clock a watch follows. */
public enum WatchKind {
    /** The case itself (办件). */
    CASE("case"),
    /** An answer to a submission or correction (受理时限). */
    ANSWER("answer"),
    /** A step that has a limit of its own (环节时限). */
    STEP("step"),
    /** A special procedure over its announced length (特别程序). */
    SPECIAL_PROCEDURE("special"),
    /** Issue of the certificate after the decision (制证时限). */
    CERTIFICATE("certificate"),
    /** Materials that the applicant promised to hand in later (告知承诺). */
    PROMISE("promise"),
    /** A decision that has to be made public (双公示). */
    PUBLICITY("publicity"),
    /** What a project of the market waits for (中介超市). */
    MARKET("market"),
    /** A request for disclosure (政府信息公开申请). */
    DISCLOSURE("disclosure"),
    /** A ticket of the hotline or another ledger (12345 工单). */
    TICKET("ticket"),
    /** A bad review that has to be put right (差评整改). */
    REVIEW("review"),
    /** A second list of what is missing (未一次性告知). */
    SECOND_NOTICE("second-notice"),
    /** A material that the item does not ask for (清单外材料). */
    MATERIAL("material"),
    /** A refusal that tells no reason (不予许可未说明理由). */
    REASONS("reasons");

    private final String code;

    WatchKind(String code) {
        this.code = code;
    }

    /** Part of a watch's id. */
    public String code() {
        return code;
    }

    /** True for what is wrong in itself, whatever the time. */
    public boolean isConduct() {
        return this == SECOND_NOTICE || this == MATERIAL || this == REASONS;
    }
}

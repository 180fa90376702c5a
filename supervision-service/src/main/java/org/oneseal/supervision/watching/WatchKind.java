package org.oneseal.supervision.watching;

/** Which clock a watch follows. */
public enum WatchKind {
    /** The case itself (办件). */
    CASE("case"),
    /** An answer to a submission or correction (受理时限). */
    ANSWER("answer"),
    /** A special procedure over its announced length (特别程序). */
    SPECIAL_PROCEDURE("special"),
    /** Issue of the certificate after the decision (制证时限). */
    CERTIFICATE("certificate"),
    /** Materials that the applicant promised to hand in later (告知承诺). */
    PROMISE("promise");

    private final String code;

    WatchKind(String code) {
        this.code = code;
    }

    /** Part of a watch's id. */
    public String code() {
        return code;
    }
}

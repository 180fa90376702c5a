package org.oneseal.platform.worktime;

/** Which of the two due dates of a case is meant: the statute's (法定) or the promise's (承诺). */
public enum Deadline {
    LEGAL,
    PROMISED
}

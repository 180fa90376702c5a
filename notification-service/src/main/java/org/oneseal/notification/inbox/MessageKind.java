package org.oneseal.notification.inbox;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The occasions on which somebody is told, each with what its template may speak of. */
public enum MessageKind {
    CASE_SUBMITTED("caseNumber", "itemName", "date", "answerDue"),
    CASE_ACCEPTED("caseNumber", "itemName", "date", "legalDue", "promisedDue"),
    CASE_DEEMED_ACCEPTED(
            "caseNumber", "itemName", "date", "acceptedFrom", "ground", "legalDue", "promisedDue"),
    CORRECTION_REQUESTED("caseNumber", "itemName", "date", "missing", "answerBy"),
    CASE_NOT_ACCEPTED("caseNumber", "itemName", "date", "ground", "reason", "rightBody"),
    CASE_SUSPENDED(
            "caseNumber",
            "itemName",
            "date",
            "procedure",
            "ground",
            "reason",
            "announcedDays",
            "legalDue",
            "promisedDue"),
    CASE_RESUMED("caseNumber", "itemName", "date", "legalDue", "promisedDue"),
    /** What became of the promised date is a sentence of its own, empty where none was promised. */
    CASE_EXTENDED(
            "caseNumber", "itemName", "date", "by", "reason", "legalDue", "promisedDue", "promise"),
    CASE_REBASED("caseNumber", "itemName", "date", "decree", "legalDue", "promisedDue"),
    /** Several cases of one party, moved by one decree. */
    CASES_REBASED("decree", "count", "cases"),
    SUPPLEMENT_REQUESTED("caseNumber", "itemName", "date", "missing", "answerBy"),
    CASE_GRANTED(
            "caseNumber",
            "itemName",
            "date",
            "decisionNumber",
            "authority",
            "resultName",
            "validFrom",
            "validTo"),
    CASE_REFUSED(
            "caseNumber", "itemName", "date", "decisionNumber", "authority", "ground", "reason"),
    CERTIFICATE_ISSUED(
            "caseNumber",
            "itemName",
            "date",
            "certificateName",
            "certificateNumber",
            "validFrom",
            "validTo"),
    CASE_PROMISED("caseNumber", "itemName", "date", "materials", "ground"),
    PROMISE_FULFILLED("caseNumber", "itemName", "date", "material"),
    PROMISE_OVERDUE("caseNumber", "itemName", "date", "materials", "due"),
    CASE_WITHDRAWN("caseNumber", "itemName", "date", "reason"),
    CARD_ISSUED("caseNumber", "itemName", "date", "colour", "rule", "ground", "threshold", "due"),
    /** The code that proves an e-mail address; never in an inbox. */
    EMAIL_CONFIRMATION("code", "minutes");

    private final Set<String> variables;

    MessageKind(String... variables) {
        this.variables = Set.of(variables);
    }

    /** Names a template of this kind may put in braces. */
    public Set<String> variables() {
        return variables;
    }

    /** The name in interfaces and storage, such as {@code case-accepted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MessageKind> of(String code) {
        for (MessageKind kind : values()) if (kind.code().equals(code)) return Optional.of(kind);
        return Optional.empty();
    }
}

package org.oneseal.notification.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.oneseal.notification.inbox.MessageKind;
import org.oneseal.notification.inbox.Messages;
import org.oneseal.notification.inbox.MovedDates;
import org.oneseal.notification.inbox.Occasion;
import org.oneseal.notification.inbox.Recipient;
import org.oneseal.notification.inbox.SendMessages;
import org.oneseal.notification.inbox.TellMovedDates;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/**
 * What happened to a case is told to its applicant; what a decree moved a moment later, together.
 */
@Component
class CaseEvents implements Subscription {

    private static final Set<MessageKind> KINDS =
            EnumSet.complementOf(
                    EnumSet.of(MessageKind.CARD_ISSUED, MessageKind.EMAIL_CONFIRMATION));

    /** What becomes of the promised date when more time is approved, Chinese and English. */
    private static final Map<String, List<String>> AFTER_EXTENSION =
            Map.of(
                    "MOVES",
                    List.of("承诺办结时间一并顺延至 %s。", " The promised date moves along to %s."),
                    "STANDS",
                    List.of("承诺办结时间不变，仍为 %s。", " The promised date stays %s."),
                    "OVER",
                    List.of(
                            "承诺办结时间 %s 已过，不再顺延。",
                            " The promised date, %s, was over by then and stays."));

    private final SendMessages sendMessages;
    private final Messages messages;
    private final TellMovedDates tellMovedDates;
    private final MovedDates movedDates;

    CaseEvents(
            SendMessages sendMessages,
            Messages messages,
            TellMovedDates tellMovedDates,
            MovedDates movedDates) {
        this.sendMessages = sendMessages;
        this.messages = messages;
        this.tellMovedDates = tellMovedDates;
        this.movedDates = movedDates;
    }

    @Override
    public String name() {
        return "notification-cases";
    }

    @Override
    public String topic() {
        return "oneseal.cases.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        List<Occasion> occasions = new ArrayList<>();
        List<MovedDates.Moved> moved = new ArrayList<>();
        for (IncomingEvent event : events) {
            FromCases told = FromCases.read(event);
            if (told instanceof FromCases.Other) continue;
            String party = told.about().party();
            // a case fed by a department's system may have no party here: nobody to tell
            if (party == null) continue;
            Occasion occasion = occasion(told, event, party);
            if (told instanceof FromCases.Rebased(var about, _, var decree)) {
                String of = Objects.requireNonNullElse(decree, "");
                moved.add(new MovedDates.Moved(party, of, about.caseId(), occasion));
            } else {
                occasions.add(occasion);
            }
        }
        sendMessages.send(occasions);
        tellMovedDates.collect(moved);
    }

    @Override
    public void reset() {
        messages.clear(KINDS);
        movedDates.clear();
    }

    private static Occasion occasion(FromCases told, IncomingEvent event, String party) {
        FromCases.AboutCase about = told.about();
        Phrases phrases =
                new Phrases()
                        .put("caseNumber", about.caseNumber())
                        .put("itemName", about.itemName())
                        .day("date", event.time());
        MessageKind kind = describe(told, phrases);
        String region = about.region() == null ? event.region() : about.region();
        return new Occasion(
                kind,
                event.id(),
                event.recordedAt(),
                new RegionCode(Objects.requireNonNull(region, "an event without region")),
                about.caseId(),
                new Recipient.Party(party),
                phrases.chinese(),
                phrases.english());
    }

    private static MessageKind describe(FromCases told, Phrases phrases) {
        return switch (told) {
            case FromCases.Submitted e -> {
                phrases.moment("answerDue", e.answerDue());
                yield MessageKind.CASE_SUBMITTED;
            }
            case FromCases.Accepted e -> {
                dues(phrases, e.clock());
                yield MessageKind.CASE_ACCEPTED;
            }
            case FromCases.DeemedAccepted e -> {
                dues(phrases, e.clock());
                phrases.day("acceptedFrom", e.acceptedFrom()).put("ground", e.ground());
                yield MessageKind.CASE_DEEMED_ACCEPTED;
            }
            case FromCases.CorrectionRequested e -> {
                phrases.day("answerBy", e.answerBy());
                List<FromCases.Missing> missing = e.missing() == null ? List.of() : e.missing();
                phrases.put(
                        "missing",
                        listed(missing, "、", "（", "）"),
                        listed(missing, "; ", " (", ")"));
                yield MessageKind.CORRECTION_REQUESTED;
            }
            case FromCases.NotAccepted e -> {
                phrases.put("ground", e.ground())
                        .put("reason", e.reason())
                        .put("rightBody", e.rightBody());
                yield MessageKind.CASE_NOT_ACCEPTED;
            }
            case FromCases.Suspended e -> {
                dues(phrases, e.clock());
                phrases.word("procedure", e.kind())
                        .put("ground", e.ground())
                        .put("reason", e.reason())
                        .put("announcedDays", String.valueOf(e.announcedDays()));
                yield MessageKind.CASE_SUSPENDED;
            }
            case FromCases.Resumed e -> {
                dues(phrases, e.clock());
                yield MessageKind.CASE_RESUMED;
            }
            case FromCases.Extended e -> {
                dues(phrases, e.clock());
                phrases.amount("by", e.by().amount(), e.by().unit()).put("reason", e.reason());
                promised(phrases, e);
                yield MessageKind.CASE_EXTENDED;
            }
            case FromCases.Rebased e -> {
                dues(phrases, e.clock());
                phrases.put("decree", e.decree());
                yield MessageKind.CASE_REBASED;
            }
            case FromCases.SupplementRequested e -> {
                phrases.day("answerBy", e.answerBy());
                List<FromCases.Missing> missing = e.missing() == null ? List.of() : e.missing();
                phrases.put(
                        "missing",
                        listed(missing, "、", "（", "）"),
                        listed(missing, "; ", " (", ")"));
                yield MessageKind.SUPPLEMENT_REQUESTED;
            }
            case FromCases.Decided e -> {
                phrases.put("decisionNumber", e.decisionNumber())
                        .put("authority", e.authority() == null ? null : e.authority().name());
                if (!e.granted()) {
                    phrases.put("ground", e.ground()).put("reason", e.reason());
                    yield MessageKind.CASE_REFUSED;
                }
                phrases.put("resultName", e.result() == null ? null : e.result().name())
                        .day("validFrom", e.validFrom())
                        .end("validTo", e.validTo());
                yield MessageKind.CASE_GRANTED;
            }
            case FromCases.CertificateIssued e -> {
                phrases.put("certificateNumber", e.number())
                        .put("certificateName", e.name())
                        .day("validFrom", e.validFrom())
                        .end("validTo", e.validTo());
                yield MessageKind.CERTIFICATE_ISSUED;
            }
            case FromCases.Promised e -> {
                phrases.put("ground", e.promise().ground());
                promised(phrases, e.promise().materials());
                yield MessageKind.CASE_PROMISED;
            }
            case FromCases.PromiseFulfilled e -> {
                phrases.put("material", Objects.requireNonNullElse(e.name(), e.material()));
                yield MessageKind.PROMISE_FULFILLED;
            }
            case FromCases.PromiseOverdue e -> {
                List<String> names = Objects.requireNonNullElse(e.names(), e.materials());
                phrases.put("materials", String.join("、", names), String.join("; ", names))
                        .day("due", e.due());
                yield MessageKind.PROMISE_OVERDUE;
            }
            case FromCases.Withdrawn e -> {
                phrases.put("reason", e.reason());
                yield MessageKind.CASE_WITHDRAWN;
            }
            case FromCases.Other _ -> throw new IllegalStateException("nobody is told of this");
        };
    }

    /**
     * The promised date after an extension, as a sentence; nothing where none was promised. Events
     * of earlier days don't tell what became of it, and tell the legal date where none was.
     */
    private static void promised(Phrases phrases, FromCases.Extended extended) {
        Instant due = extended.clock().promisedDue();
        String told = Objects.requireNonNullElse(extended.promiseAfter(), "");
        boolean none =
                told.equals("NONE")
                        || told.isEmpty() && due != null && due.equals(extended.clock().legalDue());
        if (due == null || none) {
            phrases.put("promise", "", "");
            return;
        }
        List<String> words =
                AFTER_EXTENSION.getOrDefault(told, List.of("承诺办结时间：%s。", " Promised by %s."));
        phrases.put(
                "promise",
                words.get(0).formatted(Phrases.chinese(due)),
                words.get(1).formatted(Phrases.english(due)));
    }

    private static void dues(Phrases phrases, FromCases.Clock clock) {
        phrases.moment("legalDue", clock.legalDue()).moment("promisedDue", clock.promisedDue());
    }

    private static void promised(Phrases phrases, List<FromCases.PromisedMaterial> materials) {
        phrases.put(
                "materials",
                materials.stream()
                        .map(m -> m.name() + "（" + Phrases.chinese(m.due()) + "前）")
                        .collect(Collectors.joining("、")),
                materials.stream()
                        .map(m -> m.name() + " (by " + Phrases.english(m.due()) + ")")
                        .collect(Collectors.joining("; ")));
    }

    private static String listed(
            List<FromCases.Missing> missing, String between, String open, String close) {
        return missing.stream()
                .map(
                        m ->
                                (m.name() == null ? "" : m.name())
                                        + (m.reason() == null ? "" : open + m.reason() + close))
                .collect(Collectors.joining(between));
    }
}

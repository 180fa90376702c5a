package org.oneseal.notification.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.events.MessageDelivered;
import org.oneseal.platform.region.RegionCode;

/**
 * A message in an inbox, rendered in both languages when it was made. Its id follows from event,
 * kind and recipient, so that the same message made twice is one.
 */
public record Message(
        String id,
        MessageKind kind,
        String cause,
        @Nullable String caseId,
        RegionCode region,
        Recipient recipient,
        String template,
        Text chinese,
        Text english,
        Instant createdAt) {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    static Message of(Occasion occasion, Template template) {
        return new Message(
                id(occasion),
                occasion.kind(),
                occasion.cause(),
                occasion.caseId(),
                occasion.region(),
                occasion.recipient(),
                template.id(),
                template.chinese(occasion.chinese()),
                template.english(occasion.english()),
                occasion.recordedAt());
    }

    /** County, time and 80 bits of a digest: the shape of every id here, but no chance in it. */
    private static String id(Occasion occasion) {
        String name =
                occasion.cause() + "|" + occasion.kind().code() + "|" + occasion.recipient().key();
        byte[] digest;
        try {
            digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        char[] text = new char[26];
        long millis = occasion.recordedAt().toEpochMilli();
        for (int i = 9; i >= 0; i--) {
            text[i] = ALPHABET[(int) (millis & 31)];
            millis >>>= 5;
        }
        for (int i = 0; i < 16; i++) text[10 + i] = ALPHABET[digest[i] & 31];
        return occasion.region().value().substring(0, 6) + "-" + new String(text);
    }

    MessageDelivered delivered() {
        return switch (recipient) {
            case Recipient.Party(var party) ->
                    new MessageDelivered(
                            id,
                            kind.code(),
                            cause,
                            caseId,
                            "PARTY",
                            party,
                            null,
                            List.of(),
                            "IN_APP",
                            createdAt);
            case Recipient.Officers(var department, var roles) ->
                    new MessageDelivered(
                            id,
                            kind.code(),
                            cause,
                            caseId,
                            "OFFICERS",
                            null,
                            department,
                            roles,
                            "IN_APP",
                            createdAt);
        };
    }
}

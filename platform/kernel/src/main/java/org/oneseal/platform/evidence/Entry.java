package org.oneseal.platform.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.Digest;
import tools.jackson.databind.JsonNode;

/**
 * One entry of an aggregate's history. Its hash covers everything but data and salt, which it
 * covers through the commitment alone; so both can be erased.
 *
 * @param sequence gap-free from 1
 * @param occurredAt to the microsecond, as {@code recordedAt}
 * @param actor who did it, as a JSON object
 * @param data null when erased, together with the salt
 * @param commitment digest of salt and canonical data
 * @param hash digest of the previous entry's hash and of every other member
 */
public record Entry(
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String region,
        @Nullable String department,
        @Nullable String party,
        JsonNode actor,
        @Nullable JsonNode data,
        @Nullable Salt salt,
        Digest commitment,
        Digest hash) {

    public Entry {
        if (data != null && data.isNull()) data = null;
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Chains a new entry to the end of a history.
     *
     * @param previous hash of the entry before in its written form, empty before the first
     */
    public static Entry chained(
            CryptoProfile profile,
            String previous,
            String aggregateType,
            String aggregateId,
            long sequence,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            String region,
            @Nullable String department,
            @Nullable String party,
            JsonNode actor,
            JsonNode data,
            Salt salt) {
        return chained(
                profile,
                previous,
                aggregateType,
                aggregateId,
                sequence,
                type,
                occurredAt,
                recordedAt,
                region,
                department,
                party,
                actor,
                data,
                CanonicalJson.write(data),
                salt);
    }

    /**
     * The same where the data's canonical spelling is known already.
     *
     * @param canonical as it is stored
     */
    public static Entry chained(
            CryptoProfile profile,
            String previous,
            String aggregateType,
            String aggregateId,
            long sequence,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            String region,
            @Nullable String department,
            @Nullable String party,
            JsonNode actor,
            JsonNode data,
            String canonical,
            Salt salt) {
        Digest commitment =
                Digest.of(
                        profile.digestAlgorithm(),
                        salt.bytes(),
                        canonical.getBytes(StandardCharsets.UTF_8));
        var unchained =
                new Entry(
                        aggregateType,
                        aggregateId,
                        sequence,
                        type,
                        occurredAt,
                        recordedAt,
                        region,
                        department,
                        party,
                        actor,
                        data,
                        salt,
                        commitment,
                        commitment);
        return unchained.withHash(unchained.hashAfter(profile.digestAlgorithm(), previous));
    }

    /** Whether the hash is the one that follows from the previous hash and this entry's members. */
    boolean follows(String previous) {
        return hashAfter(hash.algorithm(), previous).equals(hash);
    }

    /** Whether data and salt, where they are still there, are those committed to. */
    boolean keepsItsCommitment() {
        if (data == null && salt == null) return true;
        if (data == null || salt == null) return false;
        return Digest.of(commitment.algorithm(), salt.bytes(), CanonicalJson.bytes(data))
                .equals(commitment);
    }

    public boolean erased() {
        return data == null && salt == null;
    }

    /** The same entry without its data: what remains when personal data are erased. */
    public Entry erase() {
        return new Entry(
                aggregateType,
                aggregateId,
                sequence,
                type,
                occurredAt,
                recordedAt,
                region,
                department,
                party,
                actor,
                null,
                null,
                commitment,
                hash);
    }

    private Digest hashAfter(String algorithm, String previous) {
        return Digest.of(
                algorithm,
                Statement.of("org.oneseal.entry.v1")
                        .with("previous", previous)
                        .with("aggregateType", aggregateType)
                        .with("aggregateId", aggregateId)
                        .with("sequence", sequence)
                        .with("type", type)
                        .with("occurredAt", occurredAt)
                        .with("recordedAt", recordedAt)
                        .with("region", region)
                        .with("department", department)
                        .with("party", party)
                        .with("actor", actor)
                        .with("commitment", commitment.toString())
                        .bytes());
    }

    private Entry withHash(Digest computed) {
        return new Entry(
                aggregateType,
                aggregateId,
                sequence,
                type,
                occurredAt,
                recordedAt,
                region,
                department,
                party,
                actor,
                data,
                salt,
                commitment,
                computed);
    }
}

package org.oneseal.platform.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.PublicKey;
import org.oneseal.platform.crypto.Signature;

/**
 * Checks an export against what its reader holds: receipts, copies of the seals, public keys. It
 * tells every finding, and what could not be checked because something was not at hand.
 */
public final class Verification {

    /** How long a transaction may last between an entry's time and its becoming visible. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    private final Evidence evidence;
    private final List<Receipt> receipts;
    private final List<Seal> outside;
    private final List<PublicKey> trusted;
    private final List<Finding> findings = new ArrayList<>();

    private Verification(
            Evidence evidence,
            List<Receipt> receipts,
            List<Seal> outside,
            List<PublicKey> trusted) {
        this.evidence = evidence;
        this.receipts = receipts;
        this.outside = outside;
        this.trusted = trusted;
    }

    /**
     * Verifies.
     *
     * @param receipts the person's own receipts, not those of the export
     * @param outside seals of the service as kept by someone else, in any order, from any number on
     * @param trusted keys known from elsewhere; when empty, those in the export are used and this
     *     is told
     */
    public static List<Finding> of(
            Evidence evidence,
            List<Receipt> receipts,
            List<Seal> outside,
            List<PublicKey> trusted) {
        var verification = new Verification(evidence, receipts, outside, trusted);
        verification.run();
        return List.copyOf(verification.findings);
    }

    private void run() {
        if (!evidence.format().equals(Evidence.FORMAT)) {
            found(Finding.Code.UNKNOWN_FORMAT, evidence.format());
        }
        if (trusted.isEmpty()) found(Finding.Code.KEYS_FROM_EXPORT);
        if (receipts.isEmpty()) found(Finding.Code.NO_OUTSIDE_RECEIPT);
        if (outside.isEmpty()) found(Finding.Code.NO_OUTSIDE_SEALS);

        Map<Long, Entry> history = history();
        receipt(evidence.receipt(), history);
        if (evidence.receipt().sequence() != lastOf(history)) {
            found(Finding.Code.RECEIPT_CONTRADICTS, evidence.receipt().sequence(), lastOf(history));
        }
        receipts.forEach(receipt -> receipt(receipt, history));
        Map<Long, Seal> copies = copies();
        evidence.seals().forEach(proof -> seal(proof, history, copies));
        coverage(history, copies);
    }

    private Map<Long, Entry> history() {
        Map<Long, Entry> history = new LinkedHashMap<>();
        if (evidence.entries().isEmpty()) found(Finding.Code.EMPTY_HISTORY);
        String previous = "";
        long expected = 1;
        for (Entry entry : evidence.entries()) {
            if (!entry.aggregateId().equals(evidence.aggregateId())
                    || !entry.aggregateType().equals(evidence.aggregateType())) {
                found(Finding.Code.FOREIGN_ENTRY, entry.sequence(), entry.aggregateId());
            }
            if (entry.sequence() != expected) {
                found(Finding.Code.MISSING_ENTRY, expected, entry.sequence());
            }
            if (!entry.follows(previous)) found(Finding.Code.BROKEN_CHAIN, entry.sequence());
            if (!entry.keepsItsCommitment()) {
                found(Finding.Code.DATA_ALTERED, entry.sequence());
            } else if (entry.erased()) {
                found(Finding.Code.ERASED, entry.sequence());
            }
            history.putIfAbsent(entry.sequence(), entry);
            previous = entry.hash().toString();
            expected = entry.sequence() + 1;
        }
        return history;
    }

    private void receipt(Receipt receipt, Map<Long, Entry> history) {
        if (!receipt.aggregateId().equals(evidence.aggregateId())
                || !receipt.aggregateType().equals(evidence.aggregateType())
                || !receipt.service().equals(evidence.service())) {
            found(Finding.Code.RECEIPT_OF_ANOTHER, receipt.aggregateId());
            return;
        }
        PublicKey key = key(receipt.signature());
        if (key == null) {
            found(Finding.Code.UNKNOWN_KEY, receipt.signature().keyId());
        } else if (!receipt.signedWith(key)) {
            found(Finding.Code.RECEIPT_SIGNATURE_BAD, receipt.sequence());
        }
        Entry entry = history.get(receipt.sequence());
        if (entry == null) {
            found(Finding.Code.RECEIPT_BEYOND_HISTORY, receipt.sequence());
        } else if (!entry.hash().equals(receipt.head())) {
            found(Finding.Code.RECEIPT_CONTRADICTS, receipt.sequence(), entry.sequence());
        }
    }

    /** The outside copies by number, after checking that they are one unbroken chain. */
    private Map<Long, Seal> copies() {
        Map<Long, Seal> copies = new TreeMap<>();
        for (Seal seal : outside) {
            if (!seal.service().equals(evidence.service())) continue;
            genuine(seal);
            Seal twin = copies.putIfAbsent(seal.number(), seal);
            if (twin != null && !twin.hash().equals(seal.hash())) {
                found(Finding.Code.OUTSIDE_SEALS_BROKEN, seal.number());
            }
        }
        Seal before = null;
        for (Seal seal : copies.values()) {
            if (before != null && seal.number() > before.number() + 1) {
                found(Finding.Code.OUTSIDE_SEAL_MISSING, before.number() + 1);
            } else if (before != null && !before.hash().equals(seal.previous())) {
                found(Finding.Code.OUTSIDE_SEALS_BROKEN, seal.number());
            }
            before = seal;
        }
        return copies;
    }

    private void genuine(Seal seal) {
        if (!seal.keepsItsHash()) found(Finding.Code.SEAL_ALTERED, seal.number());
        PublicKey key = key(seal.signature());
        if (key == null) {
            found(Finding.Code.UNKNOWN_KEY, seal.signature().keyId());
        } else if (!seal.signedWith(key)) {
            found(Finding.Code.SEAL_SIGNATURE_BAD, seal.number());
        }
    }

    private void seal(SealedHead sealed, Map<Long, Entry> history, Map<Long, Seal> copies) {
        Seal seal = sealed.seal();
        Head head = sealed.head();
        if (!seal.service().equals(evidence.service())
                || !head.aggregateId().equals(evidence.aggregateId())
                || !head.aggregateType().equals(evidence.aggregateType())) {
            found(Finding.Code.SEAL_OF_ANOTHER, seal.number());
            return;
        }
        genuine(seal);
        if (!sealed.leadsToTheRoot()) found(Finding.Code.SEAL_PATH_BROKEN, seal.number());
        Entry entry = history.get(head.sequence());
        if (entry == null || !entry.hash().equals(head.hash())) {
            found(Finding.Code.SEAL_CONTRADICTS, seal.number(), head.sequence());
        }
        if (copies.isEmpty()) return;
        Seal copy = copies.get(seal.number());
        if (copy != null) {
            if (!copy.hash().equals(seal.hash())) {
                found(Finding.Code.SEAL_DIFFERS_OUTSIDE, seal.number());
            }
        } else if (seal.number() > newest(copies)) {
            found(Finding.Code.SEAL_NEWER_THAN_COPY, seal.number());
        } else if (seal.number() > oldest(copies)) {
            found(Finding.Code.SEAL_NOT_OUTSIDE, seal.number());
        }
    }

    /**
     * Every entry must be under the first seal made after it was recorded: a history rewritten and
     * put under a newer seal is under none of those that were made in between.
     */
    private void coverage(Map<Long, Entry> history, Map<Long, Seal> copies) {
        Map<Long, Seal> known = new HashMap<>(copies);
        evidence.seals().forEach(s -> known.putIfAbsent(s.seal().number(), s.seal()));
        List<SealedHead> proofs =
                evidence.seals().stream()
                        .sorted(Comparator.comparingLong(s -> s.seal().number()))
                        .toList();
        for (Entry entry : history.values()) {
            Seal first = null;
            for (SealedHead proof : proofs) {
                if (proof.head().sequence() >= entry.sequence()) {
                    first = proof.seal();
                    break;
                }
            }
            Instant visible = entry.recordedAt().plus(GRACE);
            long limit = first == null ? Long.MAX_VALUE : first.number();
            boolean passedOver =
                    known.values().stream()
                            .anyMatch(s -> s.number() < limit && s.sealedAt().isAfter(visible));
            if (first == null) {
                found(
                        passedOver ? Finding.Code.NOT_SEALED : Finding.Code.NOT_YET_SEALED,
                        entry.sequence());
            } else if (passedOver) {
                found(Finding.Code.SEALED_LATE, entry.sequence(), first.number());
            }
        }
    }

    private @Nullable PublicKey key(Signature signature) {
        List<PublicKey> keys = trusted.isEmpty() ? evidence.keys() : trusted;
        return keys.stream()
                .filter(
                        key ->
                                key.id().equals(signature.keyId())
                                        && key.owner().equals(evidence.service()))
                .findFirst()
                .orElse(null);
    }

    private void found(Finding.Code code, Object... arguments) {
        Finding finding = Finding.of(code, arguments);
        if (!findings.contains(finding)) findings.add(finding);
    }

    private static long newest(Map<Long, Seal> copies) {
        return copies.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static long oldest(Map<Long, Seal> copies) {
        return copies.keySet().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private static long lastOf(Map<Long, Entry> history) {
        return history.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}

package org.oneseal.platform.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.crypto.PublicKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A service's history and seals in memory. */
final class Ledger {

    private static final JsonMapper JSON = CanonicalJson.mapper();

    private final CryptoProfile profile;
    final KeyRing ring;
    private final List<Entry> entries = new ArrayList<>();
    private final List<SealedHead> sealed = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();
    private Instant now = Instant.parse("2026-09-01T01:00:00Z");
    private int unsealedFrom;

    Ledger(CryptoProfile profile) {
        this(profile, KeyRing.ephemeral(profile, "cases"));
    }

    Ledger(CryptoProfile profile, KeyRing ring) {
        this.profile = profile;
        this.ring = ring;
    }

    List<PublicKey> keys() {
        return ring.publicKeys();
    }

    List<Seal> seals() {
        return List.copyOf(seals);
    }

    Ledger record(String id, int times) {
        for (int i = 0; i < times; i++) append(id, "note " + i, Salt.random());
        return this;
    }

    private void append(String id, String note, Salt salt) {
        now = now.plusSeconds(30);
        List<Entry> before = entries(id);
        entries.add(
                Entry.chained(
                        profile,
                        before.isEmpty() ? "" : before.getLast().hash().toString(),
                        "case",
                        id,
                        before.size() + 1,
                        "cases.noted",
                        now.minusSeconds(5),
                        now,
                        "431103000000",
                        before.isEmpty() ? null : "431103-SJ",
                        "party-1",
                        CanonicalJson.parse("{\"kind\":\"PERSON\",\"id\":\"u1\"}"),
                        CanonicalJson.parse(
                                "{\"note\":\"%s\",\"fen\":%d}".formatted(note, before.size())),
                        salt));
    }

    Ledger seal() {
        now = now.plus(Duration.ofHours(1));
        List<String> ids =
                entries.subList(unsealedFrom, entries.size()).stream()
                        .map(Entry::aggregateId)
                        .distinct()
                        .toList();
        List<Head> heads =
                ids.stream()
                        .map(id -> entries(id).getLast())
                        .map(e -> new Head("case", e.aggregateId(), e.sequence(), e.hash()))
                        .toList();
        MerkleTree tree = MerkleTree.over(profile, heads);
        @Nullable Digest previous = seals.isEmpty() ? null : seals.getLast().hash();
        Seal seal =
                Seal.sign(
                        ring, "cases", seals.size() + 1, previous, tree.root(), heads.size(), now);
        seals.add(seal);
        for (int i = 0; i < heads.size(); i++) {
            sealed.add(new SealedHead(seal, heads.get(i), tree.path(i)));
        }
        unsealedFrom = entries.size();
        return this;
    }

    Ledger erase(String id, long sequence) {
        entries.replaceAll(
                e -> e.aggregateId().equals(id) && e.sequence() == sequence ? e.erase() : e);
        return this;
    }

    /** The insider's work: one entry's data replaced, every hash, seal and receipt redone. */
    Ledger rewritten(String id, long sequence) {
        var forged = new Ledger(profile, ring);
        int from = 0;
        for (Seal seal : seals) {
            long upTo =
                    entries.stream().filter(e -> e.recordedAt().isBefore(seal.sealedAt())).count();
            for (Entry entry : entries.subList(from, (int) upTo)) {
                forged.copy(entry, id, sequence);
            }
            from = (int) upTo;
            forged.now = seal.sealedAt().minus(Duration.ofHours(1));
            forged.seal();
        }
        return forged;
    }

    /** The lazier insider: old seals stay, the new history goes under a seal made today. */
    Ledger rewrittenUnderNewSeal(String id, long sequence) {
        var forged = new Ledger(profile, ring);
        for (Entry entry : entries) forged.copy(entry, id, sequence);
        forged.seals.addAll(seals);
        forged.now = seals.getLast().sealedAt();
        forged.seal();
        return forged;
    }

    private void copy(Entry entry, String id, long sequence) {
        now = entry.recordedAt().minusSeconds(30);
        boolean target = entry.aggregateId().equals(id) && entry.sequence() == sequence;
        append(
                entry.aggregateId(),
                target ? "nothing to see" : "note " + (entry.sequence() - 1),
                Salt.random());
    }

    List<Entry> entries(String id) {
        return entries.stream().filter(e -> e.aggregateId().equals(id)).toList();
    }

    Receipt receipt(String id) {
        Entry last = entries(id).getLast();
        return Receipt.sign(ring, "cases", "case", id, last.sequence(), last.hash(), now);
    }

    Evidence export(String id) {
        return new Evidence(
                Evidence.FORMAT,
                "cases",
                "case",
                id,
                entries(id),
                receipt(id),
                sealed.stream().filter(s -> s.head().aggregateId().equals(id)).toList(),
                keys());
    }

    ObjectNode exportTree(String id) {
        return (ObjectNode) JSON.readTree(JSON.writeValueAsString(export(id)));
    }

    static Evidence read(JsonNode tree) {
        return JSON.treeToValue(tree, Evidence.class);
    }

    List<Finding> verify(Evidence evidence, Receipt receipt) {
        return Stream.of(Verification.of(evidence, List.of(receipt), seals, keys()))
                .flatMap(List::stream)
                .toList();
    }
}
